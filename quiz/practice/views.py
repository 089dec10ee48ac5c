"""The steps of a session: shown, answered, kept, put off."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quiz.bank.items import NotAnswered
from quiz.bank.requests import PageRequest
from quiz.practice.answering import Sending, TooLate, keep, leave, read_answer, read_draft, take
from quiz.practice.closing import close, close_if_over
from quiz.practice.drawing import next_step
from quiz.practice.exercise_steps import note_solved
from quiz.practice.guarding import answered_elsewhere, find_entry, find_session, go, sent_elsewhere
from quiz.practice.models import Entry, Session
from quiz.practice.screen import Screen
from quiz.practice.way_back import remember

TIME_IS_OVER = "The time is over. What you had filled in by then counts as it stood."
CAME_LATE = "The time was over when this answer came, so it does not count. What you had filled in before does."


@require_safe
def session(request: PageRequest, pk: int) -> HttpResponse:
    """Leads to where the session stands: its next step, or its end."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    if close_if_over(found):
        messages.info(request, TIME_IS_OVER)
    note_solved(found)
    upcoming = None if found.finished else next_step(found)
    if upcoming is not None:
        return redirect(upcoming)
    if found.finished is None and found.is_silent:
        return redirect("practice:hand_in", pk)
    close(found)
    return redirect("practice:summary", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: PageRequest, pk: int, position: int) -> HttpResponse:
    """One step of a session: shown, or answered by POST."""
    found = find_entry(pk, position)
    if request.method == "POST":
        return answered_elsewhere(request, found) or answer(request, found)
    if elsewhere := sent_elsewhere(request, found.session, found.get_absolute_url()):
        return elsewhere
    if close_if_over(found.session):
        messages.info(request, TIME_IS_OVER)
        return redirect("practice:summary", pk)
    if found.is_withdrawn:
        messages.info(request, "That question was taken out of the bank, so the session goes on without it.")
        return redirect(found.session)
    found.open()
    return exercise_page(request, found) if found.exercise else item_page(request, Screen(found))


def item_page(request: PageRequest, screen: Screen) -> HttpResponse:
    return render(request, "practice/entry.html", {"screen": screen})


def exercise_page(request: PageRequest, found: Entry) -> HttpResponse:
    note_solved(found.session)
    found.refresh_from_db(fields=["submission", "settled"])
    remember(request, found)
    return item_page(request, Screen(found))


def answer(request: PageRequest, found: Entry) -> HttpResponse:
    """What becomes of an answer. What comes after the first one in practice changes nothing and shows its verdict."""
    if found.exercise is not None:
        leave(found)
        return redirect(found.session)
    refusal = ""
    if found.answer is None:
        sending = Sending.read(request.POST)
        try:
            take(found, read_answer(found, request.POST), sending)
        except NotAnswered as pause:
            keep(found, pause.draft, sending=sending)
            refusal = pause.sentence
        except TooLate:
            return came_late(request, found.session)
    if not (found.session.tells or refusal):
        return go(request, found.session)
    if request.htmx:
        return render(request, "practice/_screen.html", {"screen": Screen(found, refusal)})
    return item_page(request, Screen(found, refusal)) if refusal else redirect(found)


def came_late(request: PageRequest, session: Session) -> HttpResponse:
    close(session)
    messages.warning(request, CAME_LATE)
    return go(request, reverse("practice:summary", args=[session.pk]))


@require_POST
def draft(request: PageRequest, pk: int, position: int) -> HttpResponse:
    """Keeps what is in the form; a form without script is led back to it."""
    found = find_entry(pk, position)
    if found.session.user_id != request.user.pk or found.item is None:
        raise Http404("There is no such session.")
    kept = keep(found, *read_draft(found, request.POST), sending=Sending.read(request.POST))
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"kept": kept, "left": found.session.seconds_left})
    messages.info(request, "Kept. Come back whenever you like." if kept else CAME_LATE)
    return redirect(found)


@require_safe
def clock(request: PageRequest, pk: int) -> HttpResponse:
    """The seconds that are left, for the countdown in the page."""
    found = find_session(pk)
    if found.user_id != request.user.pk:
        raise Http404("There is no such session.")
    return JsonResponse({"left": 0 if found.finished else found.seconds_left})


@require_POST
def skip(request: PageRequest, pk: int, position: int) -> HttpResponse:
    """Puts a step off to the end of the session."""
    found = find_entry(pk, position)
    if elsewhere := sent_elsewhere(request, found.session, found.get_absolute_url()):
        return elsewhere
    if not found.session.is_mock:
        found.skip()
    if next_step(found.session) == found:
        messages.info(request, "This is the last one that is open. Answer it, say that you don't know, or finish.")
    return redirect(found.session)
