"""The way back from the workbench to the step of a session that led there."""

from django.http import HttpRequest

from quiz.practice.models import Entry

KEY = "step_of_a_session"


def remember(request: HttpRequest, entry: Entry) -> None:
    """Notes to which exercise this browser has gone from a step."""
    if entry.exercise is not None:
        request.session[KEY] = [entry.exercise.get_absolute_url(), entry.pk]


def way_back(request: HttpRequest) -> Entry | None:
    """The step to go back to from this page: None unless it is its exercise's, and its session still runs."""
    if not request.path.startswith("/exercises/") or not hasattr(request, "session"):
        return None
    address, step = request.session.get(KEY, ("", 0))
    if request.path != address:
        return None
    steps = Entry.objects.select_related("session").filter(session__user=request.user.pk, session__finished=None)
    return steps.filter(pk=step).first()
