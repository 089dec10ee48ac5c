"""What a person wants to practise, as the start form says it."""

from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.db.models import Q

from quiz.bank.items import KINDS
from quiz.bank.models import State

LENGTHS = (5, 10, 20, 40)
LENGTH = 10  # unless another one is chosen
MINUTES = (5, 10, 20, 30, 45, 60)
EVERY = 5  # in a mixed session each fifth step is a code exercise
CHECKED = [name for name, kind in KINDS.items() if kind.scored]


class Mode(models.TextChoices):
    """When a session explains: after each answer, or at its end."""

    PRACTICE = "practice", "Practice"
    EXAM = "exam", "Exam"
    MOCK = "mock", "Mock interview"


@dataclass(frozen=True)
class Wish:
    """Topics, kinds and difficulties of items (none given: all) or a collection of questions, and how they are asked.

    `exercises` of the `length` steps are code exercises.
    """

    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    length: int = LENGTH
    collection: str = ""
    difficulties: tuple[str, ...] = ()
    mode: str = Mode.PRACTICE
    minutes: int | None = None
    exercises: int = 0

    @property
    def allowed(self) -> Q:
        """The items that may be asked."""
        allowed = Q(live=True, question__state=State.PUBLISHED)
        if self.collection:
            return allowed & Q(question__seed__isnull=False, kind__in=CHECKED)
        if self.topics:
            allowed &= Q(question__topic__in=self.topics)
        if self.difficulties:
            allowed &= Q(question__difficulty__in=self.difficulties)
        return allowed & Q(kind__in=self.kinds) if self.kinds else allowed

    def fields(self) -> dict[str, Any]:
        """The fields of a session that was started with this wish."""
        lists = {"topics": list(self.topics), "kinds": list(self.kinds), "difficulties": list(self.difficulties)}
        rest = ("length", "collection", "mode", "minutes", "exercises")
        return lists | {name: getattr(self, name) for name in rest}

    def same_as(self, other: "Wish") -> bool:
        """Whether both want the same; a session may have turned out shorter than it was meant to be."""
        return replace(self, length=0) == replace(other, length=0)
