"""What every page knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from exercises.grading import grader_status
from quiz.people.views import THEMES
from quiz.practice.way_back import way_back


def page(request: HttpRequest) -> dict[str, Any]:
    theme = request.COOKIES.get("theme")
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "theme": theme if theme in THEMES else "system",
        "grading": SimpleLazyObject(grader_status),
        "way_back": way_back(request),
    }
