"""The pages of what a person has submitted: the history, one submission, and its result alone."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from exercises.grading import grader_status
from exercises.models import Exercise, Submission
from exercises.results import LOOKS, result_of

PER_PAGE = 30


def find(request: HttpRequest, pk: int) -> Submission:
    """The person's own submission; staff see all; for others there is none."""
    mine = Submission.objects.visible_to(request.user).select_related("exercise", "user", "version")
    submission = mine.filter(pk=pk).first()
    if submission is None:
        raise Http404("There is no such submission, or it is somebody else's, or it was only a run and is gone.")
    return submission


def live_context(submission: Submission, *, in_workbench: bool) -> dict[str, Any]:
    """What `_live.html` needs: the result, or while there is none, what the page waits for."""
    context: dict[str, Any] = {"submission": submission, "in_workbench": in_workbench}
    if submission.waiting:
        return context | {"ahead": ahead_of(submission), "grading": grader_status()}
    result = result_of(submission)
    return context | {"result": result, "gained": gained(submission, result.passed), **after_acceptance(submission)}


def ahead_of(submission: Submission) -> int:
    """How many submissions wait for longer."""
    return Submission.objects.waiting().filter(created__lt=submission.created).count()


def gained(submission: Submission, passed: int) -> int | None:
    """How many more cases pass than in the submission before; None where there is nothing to compare."""
    if submission.is_run:
        return None
    before = (
        Submission.objects.recorded()
        .filter(user=submission.user_id, exercise=submission.exercise_id, framework=submission.framework)
        .filter(created__lt=submission.created)
        .exclude(report=None)
        .first()
    )
    cases = (before.report or {}).get("cases") if before else None
    return passed - sum(case["verdict"] == "accepted" for case in cases) if cases else None


def after_acceptance(submission: Submission) -> dict[str, Any]:
    """Where to go from an accepted submission: the other framework, or the next exercise."""
    if submission.verdict != "accepted" or submission.is_run:
        return {}
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
    response = render(request, "exercises/_live.html", live_context(find(request, pk), in_workbench=in_workbench))
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def page(request: HttpRequest, pk: int) -> HttpResponse:
    submission = find(request, pk)
    response = render(request, "exercises/submission.html", live_context(submission, in_workbench=False))
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
