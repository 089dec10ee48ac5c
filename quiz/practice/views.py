"""The pages of a quiz session: start, one item a screen, summary."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quiz.bank.items import NotAnswered
from quiz.bank.models import Question
from quiz.bank.presenting import read_response
from quiz.bank.requests import PageRequest
from quiz.people.models import User
from quiz.practice.drawing import start_session
from quiz.practice.forms import StartForm
from quiz.practice.guarding import answered_elsewhere, sent_elsewhere
from quiz.practice.models import Entry, Session
from quiz.practice.screen import Screen
from quiz.practice.summary import summarise

SESSIONS_SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: PageRequest) -> HttpResponse:
    """What can be continued, and the form for a new session, which starts by POST."""
    if request.method != "POST":
        return start_page(request, StartForm(initial={"topics": request.GET.getlist("topic")}))
    form = StartForm(request.POST)
    if not form.is_valid():
        return start_page(request, form, status=422)
    session = start_session(request.ensure_user(), form.wish())
    if session is None:
        messages.info(request, "There is nothing of that kind yet: choose more topics or more kinds.")
        return redirect("practice:start")
    return redirect(session)


def start_page(request: PageRequest, form: StartForm, status: int = 200) -> HttpResponse:
    sessions: list[Session] = []
    if isinstance(request.user, User):
        answered = Count("entries", filter=Q(entries__answer__isnull=False))
        own = Session.objects.filter(user=request.user).annotate(answered=answered, length=Count("entries"))
        sessions = list(own[:SESSIONS_SHOWN])
    live = Count("items", filter=Q(items__live=True))
    context = {
        "form": form,
        "open": [session for session in sessions if session.finished is None],
        "finished": [session for session in sessions if session.finished is not None],
        "fifteen": Question.objects.published().filter(seed__isnull=False).exists(),
        "counts": dict(Question.objects.published().order_by().values_list("topic").annotate(count=live)),
    }
    return render(request, "practice/start.html", context, status=status)


def find_session(pk: int) -> Session:
    return get_object_or_404(Session.objects.select_related("user"), pk=pk)


def find_entry(pk: int, position: int) -> Entry:
    entries = Entry.objects.select_related("session__user", "item__question", "answer")
    return get_object_or_404(entries, session=pk, position=position)


@require_safe
def session(request: PageRequest, pk: int) -> HttpResponse:
    """Leads to where the session stands: its next item, or the summary."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    upcoming = found.next_entry()
    if upcoming is None:
        found.finish()
    if upcoming is None or found.finished:
        return redirect("practice:summary", pk)
    return redirect(upcoming)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: PageRequest, pk: int, position: int) -> HttpResponse:
    """One item of a session: shown, or answered by POST."""
    found = find_entry(pk, position)
    if request.method == "POST":
        return answered_elsewhere(request, found) or answer(request, found)
    if elsewhere := sent_elsewhere(request, found.session, found.get_absolute_url()):
        return elsewhere
    if found.is_withdrawn:
        messages.info(request, "That question was taken out of the bank, so the session goes on without it.")
        return redirect(found.session)
    return render(request, "practice/entry.html", {"screen": Screen(found)})


def answer(request: PageRequest, entry: Entry) -> HttpResponse:
    """The verdict on an answer. What comes after the first answer changes nothing and shows its verdict."""
    refusal = ""
    if entry.answer is None:
        try:
            entry.take(read_response(entry.item, request.POST, entry.seed))
        except NotAnswered as pause:
            entry.keep(pause.draft)
            refusal = pause.sentence
    if request.htmx:
        return render(request, "practice/_screen.html", {"screen": Screen(entry, refusal)})
    return render(request, "practice/entry.html", {"screen": Screen(entry, refusal)}) if refusal else redirect(entry)


@require_POST
def skip(request: PageRequest, pk: int, position: int) -> HttpResponse:
    """Puts an item off to the end of the session."""
    found = find_entry(pk, position)
    if elsewhere := sent_elsewhere(request, found.session, found.get_absolute_url()):
        return elsewhere
    found.skip()
    if found.session.next_entry() == found:
        messages.info(request, "This is the last one that is open. Answer it, say that you don't know, or finish.")
    return redirect(found.session)


@require_safe
def summary(request: PageRequest, pk: int) -> HttpResponse:
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, request.path):
        return elsewhere
    context = {"session": found, "summary": summarise(found), "upcoming": found.next_entry()}
    return render(request, "practice/summary.html", context)


@require_POST
def finish(request: PageRequest, pk: int) -> HttpResponse:
    """Ends a session early; what is open stays open and can still be answered."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    found.finish()
    return redirect("practice:summary", pk)


@require_POST
def retry(request: PageRequest, pk: int) -> HttpResponse:
    """A new session with what was missed in this one."""
    found = find_session(pk)
    if elsewhere := sent_elsewhere(request, found, found.get_absolute_url()):
        return elsewhere
    again = found.retry()
    if again is None:
        messages.info(request, "There is nothing to repeat: nothing was missed, or it is no longer asked.")
        return redirect("practice:summary", pk)
    return redirect(again)
