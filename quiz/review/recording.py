"""Turns what people do, wherever they do it, into cards and reviews."""

from collections.abc import Iterator
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from exercises.models import Help, Submission
from exercises.signals import judged
from quiz.bank.behind import question_behind
from quiz.bank.models import Answer, Item
from quiz.bank.signals import answered
from quiz.people.models import User
from quiz.review.memory import Rating
from quiz.review.models import Card, Kind, Plan, Subject, start_of_tomorrow
from quiz.review.rating import rate_answer, rate_solution


@receiver(answered)
def review_answer(user: User, answer: Answer, seconds: float | None = None, **kwargs: Any) -> None:
    """An answer counts for the question, and for the mistake that its code was made with."""
    wanted = Plan.of(user).retention
    for card in cards_of(user, answer.item):
        rated = rate_answer(answer, seconds, again=card.times > 0)
        card.review(
            rated.rating, answer=answer, reason=rated.reason, seconds=seconds, retention=wanted, at=answer.created
        )


def cards_of(user: User, item: Item) -> Iterator[Card]:
    """The cards that an answer to this item is a review of."""
    yield Card.objects.about(user, Subject(question=item.question))
    if attempt := item.body.get("attempt"):
        slug, _, name = attempt.partition("/")
        yield from Card.objects.select_for_update(of=("self",)).filter(
            user=user, kind=Kind.MISTAKE, exercise__slug=slug, mistake=name.rpartition("-")[2]
        )


@receiver(judged)
def review_submission(user: User, submission: Submission, **kwargs: Any) -> None:
    """A solution is a review of the exercise. What failed comes back: exercise, mistake and the question behind it."""
    if submission.verdict == "accepted":
        review_solution(user, submission)
    elif submission.verdict not in ("internal_error", "invalid", "forbidden"):
        ask_again(user, submission)


def review_solution(user: User, submission: Submission) -> None:
    card = Card.objects.about(user, Subject(exercise=submission.exercise))
    since = card.reviews.order_by("-at").values_list("at", flat=True).first()
    tried = Submission.objects.of(user).recorded().filter(exercise=submission.exercise, created__lt=submission.created)
    taken = Help.objects.filter(user=user, exercise=submission.exercise).first()
    if since is not None:
        tried = tried.filter(created__gt=since)
        taken = taken if taken and taken.updated > since else None
    failed = tried.exclude(verdict__in=("accepted", "internal_error", "")).count()
    rated = rate_solution(failed, taken.hints if taken else 0, gave_up=bool(taken and taken.gave_up))
    if since is None or card.due <= timezone.now() or rated.rating == Rating.AGAIN:
        retention = Plan.of(user).retention
        card.review(rated.rating, reason=rated.reason, submission=submission, retention=retention)


def ask_again(user: User, submission: Submission) -> None:
    """Tomorrow the exercise, and the mistake if it has a name; now the question behind it."""
    now = timezone.now()
    exercise, diagnosis = submission.exercise, (submission.report or {}).get("diagnosis") or {}
    tomorrow = start_of_tomorrow(user, now)
    Card.objects.about(user, Subject(exercise=exercise), due=tomorrow)
    if slug := diagnosis.get("slug"):
        said = {"sentence": diagnosis.get("sentence", ""), "framework": submission.framework}
        card = Card.objects.about(user, Subject(exercise=exercise, mistake=slug), due=tomorrow, **said)
        card.ask_by(tomorrow)
    if diagnosis and (question := question_behind(exercise.slug, diagnosis.get("slug", ""))):
        Card.objects.about(user, Subject(question=question), due=now).ask_by(now)
