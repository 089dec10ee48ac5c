"""How fast accepted solutions are, as a ratio to the reference's time: kept with the report, listed by exercise."""

from dataclasses import dataclass
from typing import Any

from django.db.models import FloatField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from exercises.models import Device, Exercise, Submission


@dataclass(frozen=True)
class Figure:
    """One person's fastest accepted solution of an exercise: its time over the reference's, with a 95 % interval."""

    user_id: int
    submission_id: int
    ratio: float
    low: float
    high: float
    rounds: int


def figures(exercise: Exercise, framework: str) -> list[Figure]:
    """Return each person's fastest accepted solution that was timed, the fastest first; only those on the CPU count."""
    rows = (
        Submission.objects.accepted()
        .filter(exercise=exercise, framework=framework, device=Device.CPU, report__speed__ratio__isnull=False)
        .annotate(ratio=Cast(KT("report__speed__ratio"), FloatField()))
        .order_by("ratio", "pk")
        .values_list("user_id", "pk", "report__speed")
    )
    best: dict[int, Figure] = {}
    for user_id, pk, speed in rows:
        if user_id not in best:
            best[user_id] = _figure(user_id, pk, speed)
    return list(best.values())


def _figure(user_id: int, pk: int, speed: dict[str, Any]) -> Figure:
    ratio, low, high = (float(speed[name]) for name in ("ratio", "low", "high"))
    return Figure(user_id, pk, ratio, low, high, int(speed["rounds"]))
