"""How long something is remembered. The one place that knows the `fsrs` library; it counts in days.

A day is the person's own: what was answered in the evening is a day old in the morning.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import fsrs
from django.db.models import IntegerChoices

STEP = timedelta(minutes=10)  # what was missed comes back after this
LONGEST = 3650  # days


class Rating(IntegerChoices):
    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntegerChoices):
    LEARNING = fsrs.State.Learning
    KNOWN = fsrs.State.Review
    RELEARNING = fsrs.State.Relearning


@dataclass(frozen=True)
class Memory:
    """What FSRS knows of one card. A new one has no stability yet: that is the number of days to a recall of 90 %."""

    phase: int = Phase.LEARNING
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    last_day: date | None = None


@lru_cache
def scheduler(retention: float) -> fsrs.Scheduler:
    """Without fuzz: the interval that a button names is the one that it gives."""
    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=[STEP],
        relearning_steps=[STEP],
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def as_card(memory: Memory) -> fsrs.Card:
    last = noon(memory.last_day) if memory.last_day else None
    state = fsrs.State(memory.phase)
    return fsrs.Card(0, state, memory.step, memory.stability, memory.difficulty, datetime.now(UTC), last)


def review(memory: Memory, rating: int, day: date, retention: float) -> tuple[Memory, timedelta]:
    """The memory after a review on that day, and how long to wait for the next one: minutes, or whole days."""
    card, _ = scheduler(retention).review_card(as_card(memory), fsrs.Rating(rating), noon(day))
    after = Memory(int(card.state), card.step, card.stability, card.difficulty, day)
    return after, card.due - noon(day)


def recall(memory: Memory, day: date) -> float:
    """The chance that it is remembered on that day; 0 for what was never reviewed."""
    return float(scheduler(0.9).get_card_retrievability(as_card(memory), noon(day)))
