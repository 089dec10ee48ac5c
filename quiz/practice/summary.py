"""What a session came to: per topic, what was missed, and the exercises behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exercises.models import Exercise
from quiz.bank.topics import TOPICS
from quiz.practice.exercise_steps import bank_topic, tried
from quiz.practice.models import Entry, Session

SLOW = 3  # of the slowest steps are named
LONG = 45  # seconds, from which on a step counts as slow


@dataclass
class Tally:
    """What came of items that are scored."""

    right: int = 0
    scored: int = 0
    score: float = 0.0

    def add(self, worth: float, right: bool) -> None:
        self.scored += 1
        self.right += right
        self.score += worth


@dataclass
class TopicResult(Tally):
    slug: str = ""
    name: str = ""
    solved: int = 0
    code: int = 0
    missed: list[Entry] = field(default_factory=list)


@dataclass
class CodeResult:
    """One code exercise of a session."""

    entry: Entry
    exercise: Exercise
    tried: bool

    @property
    def solved(self) -> bool:
        return self.entry.submission_id is not None


@dataclass
class Summary(Tally):
    """The figures of one session. Self-rated recall stands apart: it is never a score."""

    topics: dict[str, TopicResult] = field(default_factory=dict)
    missed: list[Entry] = field(default_factory=list)
    code: list[CodeResult] = field(default_factory=list)
    bugs: Tally = field(default_factory=Tally)
    ratings: list[int] = field(default_factory=list)
    to_rate: list[Entry] = field(default_factory=list)
    unanswered: int = 0
    slowest: list[Entry] = field(default_factory=list)
    exercises: Sequence[Exercise] = ()

    @property
    def percent(self) -> int:
        return round(100 * self.score / self.scored) if self.scored else 0

    @property
    def mean_rating(self) -> float | None:
        return sum(self.ratings) / len(self.ratings) if self.ratings else None

    @property
    def solved(self) -> int:
        return sum(result.solved for result in self.code)

    def topic(self, slug: str) -> TopicResult:
        return self.topics.setdefault(slug, TopicResult(slug=slug, name=TOPICS.get(slug, slug)))

    def count(self, entry: Entry) -> None:
        """Adds one step with an item."""
        answer = entry.answer
        if answer is None:
            self.unanswered += 1
            if entry.draft.get("revealed"):
                self.to_rate.append(entry)
        if entry.was_missed:
            self.missed.append(entry)
            self.topic(entry.asked.question.topic).missed.append(entry)
        if answer is not None and answer.outcome == "rated":
            self.ratings.append(answer.response["rating"])
        worth = answer.score if answer is not None else 0.0 if entry.was_missed else None
        if worth is None:
            return
        right = answer is not None and answer.is_right
        for tally in (
            self,
            self.topic(entry.asked.question.topic),
            *([self.bugs] if entry.asked.kind == "bug" else []),
        ):
            tally.add(worth, right)

    def count_code(self, result: CodeResult) -> None:
        self.code.append(result)
        topic = self.topic(bank_topic(result.exercise))
        topic.code += 1
        topic.solved += result.solved


def summarise(session: Session) -> Summary:
    """The figures of a session as it stands now."""
    summary = Summary()
    entries = list(session.counted().select_related("item__question", "answer", "exercise").order_by("position"))
    code = [entry for entry in entries if entry.exercise is not None]
    tries = tried(session, code)
    for entry in entries:
        if entry.exercise is None:
            summary.count(entry)
        else:
            summary.count_code(CodeResult(entry, entry.exercise, entry.exercise_id in tries))
    timed = [entry for entry in entries if entry.exercise is None and (entry.seconds or 0) >= LONG]
    summary.slowest = sorted(timed, key=lambda entry: -(entry.seconds or 0))[:SLOW]
    summary.exercises = exercises_behind(summary)
    return summary


def exercises_behind(summary: Summary) -> list[Exercise]:
    """The code behind what was missed, and what was not solved."""
    slugs = {slug for entry in summary.missed for slug in entry.asked.question.exercises}
    slugs |= {result.exercise.slug for result in summary.code if not result.solved}
    slugs -= {result.exercise.slug for result in summary.code if result.solved}
    return list(Exercise.objects.published().filter(slug__in=slugs)) if slugs else []
