"""How far a person is with each exercise, in each framework."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from exercises.models import AnyUser, Exercise, Submission
from exercises.topics import FRAMEWORKS

STATES = {"new": "New", "tried": "Tried", "solved": "Solved"}


@dataclass(frozen=True)
class Standing:
    """One framework of one exercise: new, tried or solved."""

    framework: str
    name: str
    state: str

    @property
    def word(self) -> str:
        return STATES[self.state]


def standings(user: AnyUser, exercises: Iterable[Exercise]) -> dict[int, list[Standing]]:
    """By exercise, the person's standing in each of its frameworks."""
    exercises = list(exercises)
    states: dict[int, dict[str, str]] = defaultdict(dict)
    for row in tried(user, exercises):
        states[row["exercise_id"]][row["framework"]] = "solved" if row["accepted"] else "tried"
    return {
        exercise.pk: [
            Standing(framework, FRAMEWORKS[framework], states[exercise.pk].get(framework, "new"))
            for framework in exercise.frameworks
        ]
        for exercise in exercises
    }


def tried(user: AnyUser, exercises: Iterable[Exercise]) -> Iterable[Any]:
    graded = Submission.objects.of(user).recorded().filter(exercise__in=exercises).order_by()
    return graded.values("exercise_id", "framework").annotate(accepted=Count("pk", filter=Q(verdict="accepted")))


def state_of(standing: list[Standing]) -> str:
    """One word for all frameworks together: solved when all are, new when none is tried."""
    states = {each.state for each in standing}
    return states.pop() if len(states) == 1 else "tried"
