"""What a session came to: per topic, what was missed, and the exercises behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exercises.models import Exercise
from quiz.bank.models import Answer
from quiz.bank.topics import TOPICS
from quiz.practice.models import Entry, Session


@dataclass
class TopicResult:
    name: str
    right: int = 0
    scored: int = 0
    score: float = 0.0


@dataclass
class Summary:
    """The figures of one session. Self-rated recall stands apart: it is never a score."""

    topics: dict[str, TopicResult] = field(default_factory=dict)
    missed: list[Entry] = field(default_factory=list)
    right: int = 0
    scored: int = 0
    score: float = 0.0
    ratings: list[int] = field(default_factory=list)
    unanswered: int = 0
    exercises: Sequence[Exercise] = ()

    @property
    def percent(self) -> int:
        return round(100 * self.score / self.scored) if self.scored else 0

    @property
    def mean_rating(self) -> float | None:
        return sum(self.ratings) / len(self.ratings) if self.ratings else None

    def count(self, entry: Entry, answer: Answer) -> None:
        if answer.was_missed:
            self.missed.append(entry)
        if answer.outcome == "rated":
            self.ratings.append(answer.response["rating"])
        if answer.score is None:
            return
        name = entry.item.question.topic
        topic = self.topics.setdefault(name, TopicResult(TOPICS.get(name, name)))
        for total in (self, topic):
            total.scored += 1
            total.right += answer.is_right
            total.score += answer.score


def summarise(session: Session) -> Summary:
    """The figures of a session as it stands now."""
    summary = Summary()
    for entry in session.counted().select_related("item__question", "answer"):
        if entry.answer is None:
            summary.unanswered += 1
        else:
            summary.count(entry, entry.answer)
    slugs = {slug for entry in summary.missed for slug in entry.item.question.exercises}
    summary.exercises = list(Exercise.objects.published().filter(slug__in=slugs)) if slugs else []
    return summary
