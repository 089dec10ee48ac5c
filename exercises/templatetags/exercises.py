"""Filters of the exercises' pages."""

import re
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from exercises.models import Exercise, Submission
from exercises.progress import Standing
from exercises.results import LOOKS, Look
from exercises.topics import FRAMEWORKS

register = template.Library()
CODE = re.compile(r"`([^`\n]+)`")
WAITING = Look("Waiting", "clock", "muted")


@register.filter
def framework_name(framework: str) -> str:
    return FRAMEWORKS.get(framework, framework)


@register.filter
def backticks(text: str) -> SafeString:
    """The sentence with what stands in backticks as code, everything escaped."""
    return mark_safe(CODE.sub(r"<code>\1</code>", escape(text)))


@register.filter
def look(submission: Submission) -> Look:
    return LOOKS.get(submission.verdict, WAITING)


@register.filter
def row(exercise: Exercise, standing: list[Standing]) -> SafeString:
    """The exercise's row in a list; the same row is made once, since a list has a hundred of them."""
    facts = (exercise.slug, exercise.title, exercise.summary, exercise.difficulty)
    return rendered_row(*facts, tuple(standing))


@lru_cache(maxsize=8192)
def rendered_row(slug: str, title: str, summary: str, difficulty: str, standing: tuple[Standing, ...]) -> SafeString:
    exercise = Exercise(slug=slug, title=title, summary=summary, difficulty=difficulty)
    return render_to_string("exercises/_row.html", {"exercise": exercise, "standing": standing})
