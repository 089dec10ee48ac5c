"""The first question of the home page, and the pictures of a question."""

from typing import Any

from django import template
from django.db.models import F
from django.template.context import Context

from quiz.bank.figures import Drawn, pictures_of
from quiz.bank.models import Answer, Item, State
from quiz.bank.presenting import Presented, new_seed
from quiz.bank.views import answer_address
from quiz.people.models import User

register = template.Library()


@register.inclusion_tag("bank/first_question.html", takes_context=True)
def first_question(context: Context) -> dict[str, Any]:
    """One real single-choice item that can be answered at once; the next one when it has been answered right."""
    request = context["request"]
    items = Item.objects.filter(live=True, kind="single", question__state=State.PUBLISHED)
    if isinstance(request.user, User):
        right = Answer.objects.filter(user=request.user, outcome="right")
        items = items.exclude(key__in=right.values("item__key"))
    item = (
        items.select_related("question")
        .order_by(F("question__seed").asc(nulls_last=True), "question__position", "position")
        .first()
    )
    shown = Presented(item, new_seed(), answer_address(item)) if item else None
    return {"shown": shown, "request": request, "csrf_token": context.get("csrf_token")}


@register.filter
def pictures(slug: str) -> tuple[Drawn, ...]:
    """The pictures that belong to the question of this name."""
    return pictures_of(slug)
