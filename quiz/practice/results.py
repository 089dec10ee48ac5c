"""The end of a session and what came of it: handing in, summary and scorecard, history."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from quiz.bank.requests import PageRequest
from quiz.people.models import User
from quiz.practice.closing import close, close_if_over, close_overdue
from quiz.practice.exercise_steps import note_solved
from quiz.practice.guarding import find_session, sent_elsewhere
from quiz.practice.history import past_sessions
from quiz.practice.scorecard import score
from quiz.practice.screen import STEP, Mark, outcome_of
from quiz.practice.summary import summarise
from quiz.practice.views import TIME_IS_OVER

PER_PAGE = 20


@require_safe
def summary(request: PageRequest, pk: int) -> HttpResponse:
    """What a session came to. One whose verdicts wait for the end has none before it is handed in."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, request.path):
        return elsewhere
    if close_if_over(found):
        messages.info(request, TIME_IS_OVER)
    if not found.tells:
        return redirect("practice:hand_in", pk)
    note_solved(found)
    result = summarise(found)
    context = {"session": found, "summary": result, "upcoming": None if found.is_closed else found.next_entry()}
    if found.is_mock:
        return render(request, "practice/scorecard.html", context | {"card": score(result)})
    return render(request, "practice/summary.html", context)


@require_safe
def hand_in(request: PageRequest, pk: int) -> HttpResponse:
    """What is answered and what is open, before an exam or an interview ends."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, request.path):
        return elsewhere
    if close_if_over(found):
        messages.info(request, TIME_IS_OVER)
    if found.tells:
        return redirect("practice:summary", pk)
    note_solved(found)
    rows = found.counted().order_by("position").values(*STEP, "item__question__topic", "exercise__title")
    steps = [(Mark(row["position"], outcome_of(row, tells=False)), row) for row in rows]
    context = {"session": found, "steps": steps, "open": sum(not row["settled"] for _, row in steps)}
    return render(request, "practice/hand_in.html", context)


@require_POST
def finish(request: PageRequest, pk: int) -> HttpResponse:
    """Ends a session. In untimed practice what is open can still be answered; otherwise it is taken as it stands."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    if found.finished is None and found.is_over:
        messages.info(request, TIME_IS_OVER)
    close(found)
    return redirect("practice:summary", pk)


@require_POST
def retry(request: PageRequest, pk: int) -> HttpResponse:
    """A new session with what was missed in this one."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    again = found.retry() if found.tells else None
    if again is None:
        messages.info(request, "There is nothing to repeat: nothing was missed, or it is no longer asked.")
        return redirect("practice:summary", pk)
    return redirect(again)


@require_safe
def history(request: PageRequest) -> HttpResponse:
    """The sessions of a person, with what came of them."""
    sessions = past_sessions(request.user)
    if isinstance(request.user, User):
        close_overdue(request.user)
    page = Paginator(sessions, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "practice/history.html", {"page": page})
