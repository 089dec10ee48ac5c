"""Marks the days on which somebody answers a question or hands in an exercise."""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.dispatch import receiver

from exercises.models import Submission
from exercises.signals import judged
from quiz.bank.models import Answer
from quiz.bank.signals import answered
from quiz.people.days import day_begins, day_of
from quiz.people.models import User
from quiz.progress.models import ActiveDay


@receiver(answered)
def mark_answer(user: User, answer: Answer, **kwargs: Any) -> None:
    today = day_of(user, answer.created)
    days = ActiveDay.objects.filter(user=user, day=today)
    if not days.update(answers=F("answers") + 1):
        ActiveDay.objects.bulk_create([ActiveDay(user=user, day=today)], ignore_conflicts=True)
        days.update(answers=F("answers") + 1)


@receiver(judged)
def mark_submission(user: User, submission: Submission, **kwargs: Any) -> None:
    """The day of handing in is counted anew, so that a second verdict on the same submission changes nothing."""
    day = day_of(user, submission.created)
    begins, ends = day_begins(user, day), day_begins(user, day + timedelta(days=1))
    handed_in = Submission.objects.of(user).recorded().filter(created__gte=begins, created__lt=ends)
    count = handed_in.exclude(verdict="").count()
    ActiveDay.objects.update_or_create(user=user, day=day, defaults={"submissions": count})
