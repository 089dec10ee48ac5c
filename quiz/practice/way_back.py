"""The way back from the workbench to the step of a session that led there."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from quiz.practice.models import Entry

KEY = "step_of_a_session"


def remember(request: HttpRequest, entry: Entry) -> None:
    """Notes which step this browser has gone to, or forgets it when the session has ended."""
    session, exercise = entry.session, entry.exercise
    if session.finished is not None or exercise is None:
        request.session.pop(KEY, None)
        return
    request.session[KEY] = {
        "session": session.pk,
        "exercise": exercise.get_absolute_url(),
        "address": entry.get_absolute_url(),
        "title": session.title,
        "deadline": session.deadline.isoformat() if session.deadline else "",
    }


def way_back(request: HttpRequest) -> dict[str, Any] | None:
    """The step to go back to from this page: None unless it is the page of that step's exercise."""
    if not request.path.startswith("/exercises/") or not hasattr(request, "session"):
        return None
    noted: dict[str, Any] | None = request.session.get(KEY)
    if noted is None or request.path != noted["exercise"]:
        return None
    deadline = parse_datetime(noted["deadline"]) if noted["deadline"] else None
    left = max(0, round((deadline - timezone.now()).total_seconds())) if deadline else None
    return noted | {"deadline": deadline, "left": left}
