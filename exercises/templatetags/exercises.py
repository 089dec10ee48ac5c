"""Filters of the exercises' pages."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from exercises.models import Submission
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
