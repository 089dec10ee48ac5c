"""Whose session it is, and where to send somebody who is not (or no longer) signed in as its owner."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from quiz.bank.items import NotAnswered
from quiz.bank.presenting import draft_in, seed_on
from quiz.bank.requests import PageRequest
from quiz.people.models import User
from quiz.practice.answering import keep, read_answer, take
from quiz.practice.models import Entry, Session


def find_session(pk: int) -> Session:
    return get_object_or_404(Session.objects.select_related("user"), pk=pk)


def find_entry(pk: int, position: int) -> Entry:
    entries = Entry.objects.select_related("session__user", "item__question", "exercise", "answer")
    return get_object_or_404(entries, session=pk, position=position)


def go(request: PageRequest, address: Model | str) -> HttpResponse:
    """Leads the browser there, also from a request by htmx."""
    url = resolve_url(address)
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


def sent_elsewhere(request: PageRequest, session: Session, address: str) -> HttpResponse | None:
    """None if the session is this person's own; otherwise where they are sent. Others' sessions are not found."""
    if session.user_id == request.user.pk:
        return None
    if isinstance(request.user, User) and not request.user.is_guest:
        raise Http404("There is no such session.")
    if session.user.is_guest:
        messages.info(request, "That session belonged to a guest this browser no longer knows. Start a new one here.")
        return go(request, "practice:start")
    return go(request, redirect_to_login(address).url)


def answered_elsewhere(request: PageRequest, entry: Entry) -> HttpResponse | None:
    """None if the entry is this person's own. An answer that comes after a log-out is kept or taken over.

    The ticket on the form proves that it was shown to whoever sends it. A member finds the answer in the form after
    logging in again; a guest goes on as a new guest.
    """
    session = entry.session
    shown = entry.item is not None and seed_on(request.POST.get("ticket", ""), entry.item) == entry.seed
    if session.user_id == request.user.pk or not shown or entry.settled is not None:
        return sent_elsewhere(request, session, entry.get_absolute_url())
    if isinstance(request.user, User) and not request.user.is_guest:
        raise Http404("There is no such session.")
    if not session.user.is_guest:
        keep(entry, draft_in(entry.asked, request.POST, entry.seed))
        messages.info(request, "You were logged out. Log in, and your answer is still there.")
        return go(request, redirect_to_login(entry.get_absolute_url()).url)
    return go(request, _taken_over(request, entry))


def _taken_over(request: PageRequest, entry: Entry) -> Entry:
    """The same entry in the same session of a new guest, with the answer in it."""
    messages.info(request, "This browser had forgotten you, so you go on as a new guest.")
    session = entry.session.again_for(request.ensure_user())
    copy = session.entries.select_related("session", "item__question").get(position=entry.position)
    try:
        take(copy, read_answer(copy, request.POST))
    except NotAnswered as pause:
        keep(copy, pause.draft)
    return copy
