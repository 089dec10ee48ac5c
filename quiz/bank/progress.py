"""How far a person has come with each question."""

from collections.abc import Iterable
from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from quiz.bank.models import Answer, Question
from quiz.people.models import User

Progress = Literal["new", "tried", "done"]


def progress_of(user: User | AnonymousUser, keys: Iterable[int]) -> dict[int, Progress]:
    """By the keys of questions: tried, or done (each of its scored items answered right once); the others are new."""
    if not isinstance(user, User):
        return {}
    keys = list(keys)
    tried = Answer.objects.filter(user=user, item__question__in=keys)
    right = Count("item__key", distinct=True, filter=Q(outcome__in=("right", "rated")))
    rows = tried.order_by().values("item__question").annotate(right=right)
    wanted = dict(
        Question.objects.filter(pk__in=keys)
        .order_by()
        .annotate(count=Count("items", filter=Q(items__live=True)))
        .values_list("pk", "count")
    )
    return {row["item__question"]: "done" if row["right"] >= wanted[row["item__question"]] else "tried" for row in rows}
