"""What is to be reviewed now: the cards that are due, up to the limit of the day."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from quiz.people.days import today
from quiz.people.models import User
from quiz.review.models import USUAL_LIMIT, Card, Kind, Plan, Review


@dataclass(frozen=True)
class Queue:
    """How many cards wait, how many were done today, and how many of them still fit into the day."""

    waiting: int
    done: int
    limit: int

    @property
    def left(self) -> int:
        return max(0, min(self.waiting, self.limit - self.done))

    @property
    def over(self) -> int:
        """What waits beyond the limit."""
        return self.waiting - self.left


def reviewed_today(user: User) -> QuerySet[Review]:
    """Reviews of cards that were due: what was answered for the first time was none."""
    return Review.objects.filter(user=user, day=today(user), due_before__lte=F("at")).order_by()


def queue_of(user: User) -> Queue:
    """The figures of today, in one query: every page shows them."""
    waiting = Card.objects.filter(user=user).live().due(timezone.now()).order_by()
    limit = Plan.objects.filter(user=user).values("daily_limit")
    figures = (counted(waiting, "pk"), counted(reviewed_today(user), "card"), Coalesce(Subquery(limit), USUAL_LIMIT))
    return Queue(*User.objects.filter(pk=user.pk).values_list(*figures).get())


def counted(rows: QuerySet[Any], what: str) -> Coalesce:
    """How many different ones there are of one person's rows."""
    return Coalesce(Subquery(rows.values("user").annotate(count=Count(what, distinct=True)).values("count")), 0)


def next_card(user: User, now: datetime) -> Card | None:
    """The card to ask: what has waited longest; exercises come last, since writing code takes longer."""
    due = Card.objects.filter(user=user).live().due(now).select_related("question", "exercise", "user")
    last = Case(When(kind=Kind.EXERCISE, then=1), default=0)
    return due.order_by(last, "due", "pk").first()
