"""The pages of what a person has submitted: the history, one submission, and its result alone."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from exercises.case_views import inside_of
from exercises.changes import changes_of
from exercises.comparing import earlier_of
from exercises.grading import grader_status
from exercises.models import Exercise, Submission
from exercises.results import LOOKS, result_of
from exercises.speed_chart import chart_of

PER_PAGE = 30


def find(request: HttpRequest, pk: int) -> Submission:
    """The person's own submission; staff see all; for others there is none."""
    mine = Submission.objects.visible_to(request.user).select_related("exercise", "user", "version")
    submission = mine.filter(pk=pk).first()
    if submission is None:
        raise Http404("There is no such submission, or it is somebody else's, or it was only a run and is gone.")
    return submission


def live_context(submission: Submission, *, viewer: int | None, in_workbench: bool, asked: str = "") -> dict[str, Any]:
    """What `_live.html` needs: the result, also the `asked` case unfolded; while there is none, what it waits for."""
    context: dict[str, Any] = {"submission": submission, "in_workbench": in_workbench}
    if submission.waiting:
        return context | {"ahead": ahead_of(submission), "graders": grader_status().for_device(submission.device)}
    is_solution = submission.verdict == "accepted" and not submission.is_run
    return context | {
        "result": result_of(submission, asked),
        "changes": changes_of(submission),
        "is_solution": is_solution,
        "may_share": is_solution and submission.user_id == viewer,
        "chart": chart_of(submission) if is_solution else None,
        **(after_acceptance(submission) if is_solution else {}),
    }


def ahead_of(submission: Submission) -> int:
    """How many submissions wait for longer for the same device."""
    same = Submission.objects.waiting().filter(device=submission.device)
    return same.filter(created__lt=submission.created).count()


def after_acceptance(submission: Submission) -> dict[str, Any]:
    """Where to go from an accepted submission: the other framework, or the next exercise."""
    exercise = submission.exercise
    done = Submission.objects.accepted().filter(user=submission.user_id)
    frameworks = set(done.filter(exercise=exercise).values_list("framework", flat=True))
    other = next((name for name in exercise.frameworks if name not in frameworks), None)
    return {"other_framework": other, "next": next_exercise(submission)}


def next_exercise(submission: Submission) -> Exercise | None:
    """The next one in the list that the person has not solved."""
    solved = Submission.objects.accepted().filter(user=submission.user_id, exercise=OuterRef("pk"))
    later = Exercise.objects.published().filter(~Exists(solved), position__gt=submission.exercise.position)
    return later.first()


@require_GET
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """The result alone, for a page that looks again and again where events do not come through."""
    in_workbench = "workbench" in request.GET
    context = live_context(find(request, pk), viewer=request.user.pk, in_workbench=in_workbench)
    response = render(request, "exercises/_live.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def case(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The inside of one case, numbered from 1: the page fetches it when the case is unfolded."""
    submission = find(request, pk)
    cases = (submission.report or {}).get("cases", [])
    if not 1 <= number <= len(cases):
        raise Http404(f"That submission has {len(cases)} cases; there is no case {number}.")
    unfolded = cases[number - 1]
    context = {"inside": inside_of(unfolded, submission.framework), "passed": unfolded["verdict"] == "accepted"}
    response = render(request, "exercises/_inside.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    submission = find(request, pk)
    asked = request.GET.get("case", "")
    context = live_context(submission, viewer=request.user.pk, in_workbench=False, asked=asked)
    response = render(request, "exercises/submission.html", context | {"others": earlier_of(submission)})
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """What the person has submitted, the latest first; ?exercise= and ?verdict= narrow it."""
    mine = Submission.objects.of(request.user).recorded().select_related("exercise").defer("report", "source")
    slug, verdict = request.GET.get("exercise", ""), request.GET.get("verdict", "")
    if slug:
        mine = mine.filter(exercise__slug=slug)
    if verdict in LOOKS:
        mine = mine.filter(verdict=verdict)
    found = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    verdicts = [(name, look.title) for name, look in LOOKS.items()]
    context = {"page": found, "slug": slug, "verdict": verdict, "verdicts": verdicts}
    return render(request, "exercises/history.html", context)
