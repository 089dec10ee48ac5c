"""Points are recorded here, and only here."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver

from exercises.models import Exercise, Submission
from exercises.signals import first_accepted
from quiz.bank.models import Answer
from quiz.bank.signals import answered
from quiz.board.models import Award, Score, WeekScore
from quiz.people.guests import guest_merged
from quiz.people.models import User

QUESTION_POINTS = 2
EXERCISE_POINTS = {"easy": 10, "medium": 20, "hard": 40}


def record(user: User, kind: str, key: str, points: int) -> bool:
    """Give the points, unless this person has had them for the same thing; whether they were given."""
    with transaction.atomic(savepoint=False):
        award, given = Award.objects.get_or_create(user=user, kind=kind, key=key, defaults={"points": points})
        if given:
            Score.objects.add(award)
            WeekScore.objects.add(award)
    return given


@receiver(answered)
def record_answered(user: User, answer: Answer, **kwargs: Any) -> None:
    """Points for the first right answer to an item, in any of its versions."""
    if answer.is_right:
        record(user, "item", answer.item.key.hex, QUESTION_POINTS)


@receiver(first_accepted)
def record_exercise(user: User, exercise: Exercise, framework: str, submission: Submission, **kwargs: Any) -> None:
    record(user, "exercise", f"{exercise.slug}/{framework}", EXERCISE_POINTS[exercise.difficulty])


@receiver(guest_merged)
def add_up(user: User, **kwargs: Any) -> None:
    Score.objects.refresh(user)
    WeekScore.objects.refresh(user)
