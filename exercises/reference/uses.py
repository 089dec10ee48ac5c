"""Which exercises are judged by which functions of nnref, and which of those a person may see without spoiling one."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models.fields.json import KT

from exercises.models import AnyUser, Exercise, ExerciseVersion, Help, Submission
from exercises.reference.functions import Function, functions, references_in


def functions_of(exercise: Exercise) -> list[Function]:
    """The functions that judge the exercise."""
    if exercise.version is None:
        return []
    known = functions()
    return [known[name] for name in references_in(exercise.version.files.get("cases.py", "")) if name in known]


def exercises_with(function: Function) -> list[Exercise]:
    """The published exercises that are judged by the function."""
    published = Exercise.objects.published()
    versions = tuple(published.order_by("version_id").values_list("version_id", flat=True))
    return list(published.filter(version__in=uses(versions).get(function.name, ())))


@lru_cache(maxsize=2)
def uses(versions: tuple[int, ...]) -> dict[str, list[int]]:
    """By function, those of the versions whose cases import it. A version never changes, so neither does this."""
    found: dict[str, list[int]] = {}
    rows = ExerciseVersion.objects.filter(pk__in=versions).annotate(cases=KT("files__cases.py"))
    for pk, cases in rows.values_list("pk", "cases"):
        for name in references_in(cases or ""):
            found.setdefault(name, []).append(pk)
    return found


def not_yet_open(user: AnyUser, exercises: Iterable[Exercise]) -> list[Exercise]:
    """Those that the person has neither solved nor given up."""
    exercises = list(exercises)
    if user.pk is None:
        return exercises
    solved = Submission.objects.accepted().of(user).filter(exercise__in=exercises).values_list("exercise", flat=True)
    given_up = Help.objects.filter(user_id=user.pk, gave_up=True, exercise__in=exercises)
    opened = {*solved.order_by(), *given_up.values_list("exercise", flat=True)}
    return [exercise for exercise in exercises if exercise.pk not in opened]
