"""Pages that show how two versions of a source differ: a submission, the starter, or what is in the editor."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from exercises.diffs import compare
from exercises.models import AnyUser, Exercise, Submission
from exercises.submitting import known_framework

MOST_LISTED = 40
MOST_CHARACTERS = 65_536
STARTER = "starter"


def earlier_of(submission: Submission) -> list[Submission]:
    """The person's other submissions to the exercise, in any framework, the latest first."""
    mine = Submission.objects.filter(user=submission.user_id, exercise=submission.exercise_id).recorded()
    others = mine.exclude(pk=submission.pk).defer("report", "source").select_related("exercise")
    return list(others[:MOST_LISTED])


@require_GET
def of_submissions(request: HttpRequest, pk: int) -> HttpResponse:
    """A submission against another one of the same person and exercise, or against the starter (?against=)."""
    visible = Submission.objects.visible_to(request.user).select_related("exercise__version", "user")
    submission = get_object_or_404(visible, pk=pk)
    before = request.GET.get("against", STARTER)
    title, source = version(submission.exercise, submission.framework, submission.user, before)
    context = {
        "submission": submission,
        "exercise": submission.exercise,
        "before": title,
        "after": f"submission #{submission.pk}",
        "diff": compare(source, submission.source),
        "others": earlier_of(submission),
        "against": before,
    }
    return render(request, "exercises/diff.html", context)


@require_POST
def with_editor(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in the editor against a submission or the starter."""
    exercise = get_object_or_404(Exercise.objects.published().select_related("version"), slug=slug)
    framework = known_framework(request.POST.get("framework"), exercise)
    title, source = version(exercise, framework, request.user, request.POST.get("against", STARTER))
    written = request.POST.get("source", "")[:MOST_CHARACTERS].replace("\r\n", "\n")
    context = {
        "exercise": exercise,
        "framework": framework,
        "before": title,
        "after": "the editor",
        "diff": compare(source, written),
    }
    return render(request, f"exercises/{'_diff' if request.htmx else 'diff'}.html", context)  # type: ignore[attr-defined]


def version(exercise: Exercise, framework: str, user: AnyUser, name: str) -> tuple[str, str]:
    """What it is called and its source: the starter, or a submission by its number."""
    if name == STARTER:
        return "the starter", exercise.folder.starter(framework)
    found = Submission.objects.of(user).filter(exercise=exercise, pk=name).first() if name.isdecimal() else None
    if found is None:
        raise Http404("There is no such submission to compare with.")
    return f"submission #{found.pk}", found.source
