"""The pages on which sessions begin: one's own choice, the mock interview, and a session that somebody shared."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from exercises.numbers import whole
from quiz.bank.models import Question
from quiz.bank.requests import PageRequest
from quiz.people.models import User
from quiz.practice.closing import close_overdue
from quiz.practice.drawing import start_session
from quiz.practice.forms import MockForm, StartForm
from quiz.practice.models import Session
from quiz.practice.wish import Wish

SESSIONS_SHOWN = 5
NOTHING = "There is nothing of that kind yet: choose more topics, more kinds or more difficulties."


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: PageRequest) -> HttpResponse:
    """What can be continued, and the form for a new session, which starts by POST."""
    if request.method != "POST":
        return start_page(request, StartForm(initial={"topics": request.GET.getlist("topic")}))
    form = StartForm(request.POST)
    if not form.is_valid():
        return start_page(request, form, status=422)
    return begin(request, form.wish(), "practice:start")


def begin(request: PageRequest, wish: Wish, otherwise: str) -> HttpResponse:
    session = start_session(request.ensure_user(), wish)
    if session is None:
        messages.info(request, NOTHING)
        return redirect(otherwise)
    return redirect(session)


def start_page(request: PageRequest, form: StartForm, status: int = 200) -> HttpResponse:
    open_ones: list[Session] = []
    finished = 0
    if isinstance(request.user, User):
        close_overdue(request.user)
        own = Session.objects.filter(user=request.user)
        finished = own.filter(finished__isnull=False).count()
        done = Count("entries", filter=Q(entries__settled__isnull=False))
        open_ones = list(own.filter(finished=None).annotate(done=done)[:SESSIONS_SHOWN])
    context = {
        "form": form,
        "open": open_ones,
        "finished": finished,
        "fifteen": Question.objects.published().filter(seed__isnull=False).exists(),
        "counts": item_counts(),
    }
    return render(request, "practice/start.html", context, status=status)


def item_counts() -> dict[str, int]:
    """How many items each topic has."""
    live = Count("items", filter=Q(items__live=True))
    return dict(Question.objects.published().order_by().values_list("topic").annotate(count=live))


@require_http_methods(["GET", "HEAD", "POST"])
def mock(request: PageRequest) -> HttpResponse:
    """What a mock interview is, and its start."""
    form = MockForm(request.POST if request.method == "POST" else None, initial={"exercises": 1})
    if request.method == "POST" and form.is_valid():
        return begin(request, form.wish(), "practice:mock")
    own: list[Session] = []
    if isinstance(request.user, User):
        close_overdue(request.user)
        own = list(Session.objects.filter(user=request.user, mode="mock", finished=None)[:1])
    context = {"form": form, "counts": item_counts(), "open": own}
    return render(request, "practice/mock.html", context, status=422 if form.errors else 200)


def find_shared(seed: int) -> Session:
    """The session that was shared by its seed: the first that had it."""
    found = None
    if seed < 2**63:
        found = Session.objects.filter(seed=seed).annotate(steps=Count("entries")).order_by("pk").first()
    if found is None:
        raise Http404("There is no session with this seed.")
    return found


@require_safe
def by_seed(request: PageRequest) -> HttpResponse:
    """Leads to the session with the seed that was typed."""
    seed = whole(request.GET.get("seed", "").strip().replace(" ", ""))
    if seed is None or not Session.objects.filter(seed=seed).exists():
        messages.info(request, "There is no session with that seed. It is the number at the foot of a summary.")
        return redirect("practice:start")
    return redirect("practice:shared", seed)


@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: PageRequest, seed: int) -> HttpResponse:
    """The same steps with the same numbers, for whoever has the link; each person does them once."""
    session = find_shared(seed)
    if request.method != "POST":
        mine = Session.objects.filter(user=request.user.pk, seed=seed).first() if request.user.pk else None
        return render(request, "practice/shared.html", {"session": session, "mine": mine})
    return redirect(copy_of(session, request.ensure_user()))


def copy_of(session: Session, user: User) -> Session:
    """The person's session with this seed, which is made if there is none yet."""
    own = Session.objects.filter(user=user, seed=session.seed)
    if found := own.first():
        return found
    try:
        with transaction.atomic():
            return session.copy_for(user)
    except IntegrityError:  # a second click, at the same moment
        return own.get()
