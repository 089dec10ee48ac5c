"""How far a person has come with each question."""

from collections.abc import Iterable
from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, OuterRef, Q, Subquery

from quiz.bank.models import Answer, Item
from quiz.people.models import User

Progress = Literal["new", "tried", "done"]


def progress_of(user: User | AnonymousUser, keys: Iterable[int]) -> dict[int, Progress]:
    """By the keys of questions: tried, or done (each of its scored items answered right once); the others are new."""
    if not isinstance(user, User):
        return {}
    tried = Answer.objects.filter(user=user, item__question__in=list(keys))
    live = Item.objects.filter(question=OuterRef("item__question"), live=True).order_by().values("question")
    wanted = Subquery(live.annotate(count=Count("pk")).values("count"))
    right = Count("item__key", distinct=True, filter=Q(outcome__in=("right", "rated")))
    rows = tried.order_by().values_list("item__question").annotate(right=right, wanted=wanted)
    return {question: "done" if right >= (wanted or 0) else "tried" for question, right, wanted in rows}
