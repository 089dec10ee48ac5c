"""What a person has practised, session by session."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from quiz.people.models import User
from quiz.practice.models import Session
from quiz.practice.wish import CHECKED, Mode


def past_sessions(user: User | AnonymousUser) -> "QuerySet[Session]":
    """The finished sessions, the latest first, each with how many items were right and exercises solved, of how many.

    Where nothing more is taken, what was not answered counts; own words are rated, not scored.
    """
    if not isinstance(user, User):
        return Session.objects.none()
    closed = ~Q(mode=Mode.PRACTICE) | Q(deadline__isnull=False)
    unanswered = Q(entries__answer=None, entries__item__kind__in=CHECKED) & closed
    return (
        Session.objects.filter(user=user, finished__isnull=False)
        .annotate(
            right=Count("entries", filter=Q(entries__answer__outcome="right")),
            of=Count("entries", filter=Q(entries__answer__score__isnull=False) | unanswered),
            solved=Count("entries", filter=Q(entries__submission__isnull=False)),
            code=Count("entries", filter=Q(entries__exercise__isnull=False)),
        )
        .order_by("-finished", "-pk")
    )
