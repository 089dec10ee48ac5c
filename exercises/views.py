"""The list of exercises, and the workbench where one is solved."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers

from exercises.desks import desks
from exercises.filters import Filters
from exercises.helping import Helping
from exercises.models import Draft, Exercise
from exercises.own_input import fields_of
from exercises.progress import standings
from exercises.results import Result, not_sent, refused
from exercises.submissions import live_context
from exercises.submitting import NotTaken, Sent, known_framework, read_form, save_draft
from exercises.submitting import submit as submit_source

STALE = "This page was open for very long, or you logged in or out in another tab. Nothing is lost: send it once more."
LOGGED_OUT = (
    "You have been logged out since this page was opened. Nothing is lost: log in again, then send it once more."
)
TWO_DRAFTS = "Another page has saved a different draft since this one was opened. Save again to keep yours instead."
DRAFT_SAVED = "X-Draft-Saved"
View = Callable[[HttpRequest, str], HttpResponse]
SourceView = Callable[[HttpRequest, Exercise, Sent], HttpResponse]


class CsrfCheck(CsrfViewMiddleware):
    """Says what is wrong with a request's token instead of answering with an error page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason

    @classmethod
    def fails(cls, request: HttpRequest) -> bool:
        check = cls(lambda _: HttpResponse())
        check.process_request(request)
        return check.process_view(request, lambda _: HttpResponse(), (), {}) is not None


def find(slug: str) -> Exercise:
    exercise = Exercise.objects.published().select_related("version").filter(slug=slug).first()
    if exercise is None:
        raise Http404(f"There is no exercise “{slug}”.")
    return exercise


@require_GET
@vary_on_headers("HX-Request")
def exercise_list(request: HttpRequest) -> HttpResponse:
    filters = Filters.read(request.GET)
    rows = filters.rows(request.user)
    solved = sum(each.state == "solved" for _, standing in rows for each in standing)
    context = {"filters": filters, "rows": rows, "solved": solved, "of": sum(len(standing) for _, standing in rows)}
    return render(request, f"exercises/{'_rows' if request.htmx else 'list'}.html", context)  # type: ignore[attr-defined]


@require_GET
@ensure_csrf_cookie
def workbench(request: HttpRequest, slug: str) -> HttpResponse:
    """The desk of a framework. `?bug` names a wrong attempt: it lies there instead of the starter, never of a draft."""
    exercise = find(slug)
    if bug := exercise.folder.wrong_attempt(request.GET.get("bug", "")):
        return render_workbench(request, exercise, bug.framework, bug=bug)
    framework = request.GET.get("framework") or last_framework(request, exercise)
    return render_workbench(request, exercise, known_framework(framework, exercise))


def last_framework(request: HttpRequest, exercise: Exercise) -> str | None:
    drafts = Draft.objects.of(request.user).filter(exercise=exercise)
    return drafts.order_by("-updated").values_list("framework", flat=True).first()


def render_workbench(request: HttpRequest, exercise: Exercise, framework: str, **more: Any) -> HttpResponse:
    """The workbench; `more` carries source, device and result of what a form without script has just sent."""
    [desk] = desks(request.user, exercise, [framework])
    if (bug := more.get("bug")) and desk.is_untouched:
        desk = replace(desk, source=bug.code)
    context = {
        "exercise": exercise,
        "folder": exercise.folder,
        "framework": framework,
        "desk": replace(desk, source=more.pop("source", desk.source), device=more.pop("device", desk.device)),
        "standing": standings(request.user, [exercise])[exercise.pk],
        "help": Helping.read(request.user, exercise),
        "own_input": fields_of(request.user, exercise, framework) if "own" in request.GET else None,
        **more,
    }
    return render(request, "exercises/workbench.html", context)


@require_GET
@ensure_csrf_cookie
def both(request: HttpRequest, slug: str) -> HttpResponse:
    """The same exercise in all its frameworks, side by side."""
    exercise = find(slug)
    context = {
        "exercise": exercise,
        "folder": exercise.folder,
        "desks": desks(request.user, exercise, exercise.frameworks),
        "standing": standings(request.user, [exercise])[exercise.pk],
    }
    return render(request, "exercises/both.html", context)


@require_GET
def own_input(request: HttpRequest, slug: str) -> HttpResponse:
    """The form for one's own input, which the workbench fetches when it is opened."""
    exercise = find(slug)
    framework = known_framework(request.GET.get("framework"), exercise)
    context = {"own_input": fields_of(request.user, exercise, framework), "exercise": exercise, "framework": framework}
    return render(request, "exercises/_own_input.html", context)


def taking_a_source(view: SourceView) -> View:
    """A view for forms with a source. What cannot be read, or comes with a stale token, is answered with a sentence
    beside what was typed, and never with an error page."""

    @wraps(view)
    def checked(request: HttpRequest, slug: str) -> HttpResponse:
        exercise = find(slug)
        sent = read_form(request, exercise)
        if sent.problem:
            return answer_problem(request, exercise, sent, refused(sent.problem))
        if not sent.is_by(request.user):
            return answer_problem(request, exercise, sent, not_sent(LOGGED_OUT, log_in(exercise, sent.framework)))
        if CsrfCheck.fails(request):
            return answer_problem(request, exercise, sent, not_sent(STALE))
        return view(request, exercise, sent)

    return csrf_exempt(require_POST(checked))


def answer_problem(request: HttpRequest, exercise: Exercise, sent: Sent, result: Result) -> HttpResponse:
    """The sentence in place, beside the source as it was sent."""
    if wants_json(request):
        return JsonResponse({"problem": result.message, "stale": result.message == STALE, "log_in": result.log_in})
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "exercises/_result.html", {"result": result, "in_workbench": True})
    kept = {"source": sent.source, "device": sent.device} if sent.source else {}
    return render_workbench(request, exercise, sent.framework, result=result, **kept)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


@taking_a_source
def submit(request: HttpRequest, exercise: Exercise, sent: Sent) -> HttpResponse:
    user = request.ensure_user()  # type: ignore[attr-defined]
    saved, kept = save_draft(user, exercise, sent)
    try:
        submission = submit_source(user, exercise, sent)
    except NotTaken as error:
        return answer_problem(request, exercise, sent, not_sent(str(error)))
    if request.htmx:  # type: ignore[attr-defined]
        context = live_context(submission, viewer=user.pk, in_workbench=True)
        response = render(request, "exercises/_live.html", context)
        if kept:
            response[DRAFT_SAVED] = str(saved.moment)
        return response
    return redirect(submission)


@taking_a_source
def draft(request: HttpRequest, exercise: Exercise, sent: Sent) -> HttpResponse:
    """Keep what is in the editor; answers when it was kept, or with the other draft that it would have overwritten."""
    saved, kept = save_draft(request.ensure_user(), exercise, sent)  # type: ignore[attr-defined]
    if not kept and wants_json(request):
        return JsonResponse({"conflict": saved.source, "saved": saved.moment})
    if not kept:
        return answer_problem(request, exercise, sent, not_sent(TWO_DRAFTS))
    if wants_json(request):
        return JsonResponse({"saved": saved.moment})
    return redirect(address(exercise, sent.framework))


@require_POST
def reset(request: HttpRequest, slug: str) -> HttpResponse:
    """Back to the starter."""
    exercise = find(slug)
    framework = known_framework(request.POST.get("framework"), exercise)
    Draft.objects.of(request.user).filter(exercise=exercise, framework=framework).delete()
    return redirect(address(exercise, framework))


def log_in(exercise: Exercise, framework: str) -> str:
    return f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': address(exercise, framework)})}"


def address(exercise: Exercise, framework: str) -> str:
    return f"{reverse('exercises:workbench', args=[exercise.slug])}?framework={framework}"


@require_POST
def hint(request: HttpRequest, slug: str) -> HttpResponse:
    exercise = find(slug)
    Helping.read(request.ensure_user(), exercise).show_next()  # type: ignore[attr-defined]
    return answer_help(request, exercise)


@require_POST
def give_up(request: HttpRequest, slug: str) -> HttpResponse:
    exercise = find(slug)
    Helping.read(request.ensure_user(), exercise).give_up()  # type: ignore[attr-defined]
    return answer_help(request, exercise)


def answer_help(request: HttpRequest, exercise: Exercise) -> HttpResponse:
    framework = known_framework(request.POST.get("framework"), exercise)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{address(exercise, framework)}#help")
    context = {
        "exercise": exercise,
        "framework": framework,
        "help": Helping.read(request.user, exercise),
        "fresh": True,
    }
    return render(request, "exercises/_help.html", context)
