"""The scorecard of a mock interview: by topic, in a word, with what to do next."""

from dataclasses import dataclass

from exercises.models import Exercise
from quiz.practice.exercise_steps import bank_topic
from quiz.practice.models import Entry
from quiz.practice.summary import Summary, TopicResult

STRONG, FAIR = 0.8, 0.5
QUESTIONS_NAMED = 3
WORDS = {"strong": "Strong", "fair": "On the way", "weak": "Work on this"}


def word_for(share: float) -> str:
    return "strong" if share >= STRONG else "fair" if share >= FAIR else "weak"


@dataclass(frozen=True)
class Area:
    """One thing that interviews ask for: concepts, debugging, code."""

    name: str
    right: float
    of: int

    @property
    def level(self) -> str:
        return word_for(self.right / self.of)

    @property
    def word(self) -> str:
        return WORDS[self.level]


@dataclass(frozen=True)
class TopicCard:
    """How one topic went, and what to do about it."""

    result: TopicResult
    questions: list[Entry]
    exercises: list[Exercise]

    @property
    def share(self) -> float:
        """Points of points; a code exercise counts as much as three questions."""
        return (self.result.score + 3 * self.result.solved) / (self.result.scored + 3 * self.result.code)

    @property
    def level(self) -> str:
        return word_for(self.share)

    @property
    def word(self) -> str:
        return WORDS[self.level]


@dataclass(frozen=True)
class Scorecard:
    areas: list[Area]
    topics: list[TopicCard]  # the weakest first

    @property
    def first(self) -> TopicCard | None:
        """Where to begin."""
        return next((topic for topic in self.topics if topic.level != "strong"), None)


def score(summary: Summary) -> Scorecard:
    cards = [_card(result, summary) for result in summary.topics.values() if result.scored or result.code]
    return Scorecard(_areas(summary), sorted(cards, key=lambda card: (card.share, card.result.name)))


def _areas(summary: Summary) -> list[Area]:
    bugs = summary.bugs
    concepts = Area("Concepts", summary.score - bugs.score, summary.scored - bugs.scored)
    debugging = Area("Debugging", bugs.score, bugs.scored)
    code = Area("Code", summary.solved, len(summary.code))
    return [area for area in (concepts, debugging, code) if area.of]


def _card(result: TopicResult, summary: Summary) -> TopicCard:
    once = {entry.asked.question_id: entry for entry in result.missed}
    behind = {slug for entry in result.missed for slug in entry.asked.question.exercises}
    exercises = [one for one in summary.exercises if one.slug in behind or bank_topic(one) == result.slug]
    return TopicCard(result, list(once.values())[:QUESTIONS_NAMED], exercises[:QUESTIONS_NAMED])
