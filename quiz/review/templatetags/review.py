"""The number of due cards, in the main navigation and wherever it changes."""

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quiz.people.models import User
from quiz.review.queue import queue_of

register = template.Library()


@register.simple_tag(takes_context=True)
def review_count(context: Context, oob: bool = False) -> SafeString:
    """How many cards are left today, for those who have any; `oob` replaces the number that the page shows."""
    user = getattr(context.get("request"), "user", None)
    queue = context.get("queue") or (queue_of(user) if isinstance(user, User) else None)
    return render_to_string("review/_count.html", {"left": queue.left if queue else 0, "oob": oob})


@register.simple_tag(takes_context=True)
def review_label(context: Context) -> SafeString:
    """The text of the link in the main navigation."""
    return format_html("Review{}", review_count(context))
