"""Other people's solutions, for those who have solved the exercise; each is there because its author wants it to be."""

import ast
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from exercises.folder import Attempt
from exercises.helping import Helping
from exercises.models import Exercise, Purpose, Shared, Submission
from exercises.submitting import known_framework

PER_PAGE = 10
MOST_READ = 300


@dataclass(frozen=True)
class Solution:
    """One solution as it is shown: by whom, what is special about it, its source."""

    title: str
    source: str
    ratio: float | None = None
    mine: bool = False
    pk: int | None = None


@require_GET
def solutions(request: HttpRequest, slug: str) -> HttpResponse:
    exercise = get_object_or_404(Exercise.objects.published().select_related("version"), slug=slug)
    framework = known_framework(request.GET.get("framework"), exercise)
    context = {"exercise": exercise, "framework": framework}
    if not may_see(request, exercise):
        return render(request, "exercises/solutions_closed.html", context, status=403)
    found = Paginator(shared_solutions(exercise, framework, request.user.pk), PER_PAGE)
    context |= {"page": found.get_page(request.GET.get("page")), "ours": our_solutions(exercise, framework)}
    return render(request, "exercises/solutions.html", context)


def may_see(request: HttpRequest, exercise: Exercise) -> bool:
    helping = Helping.read(request.user, exercise)
    return helping.solved or helping.row.gave_up or bool(getattr(request.user, "is_staff", False))


def shared_solutions(exercise: Exercise, framework: str, viewer: int | None) -> list[Solution]:
    """The latest shared solution of each person, each source once."""
    rows = (
        Submission.objects.accepted()
        .filter(exercise=exercise, framework=framework)
        .exclude(shared=Shared.NOT)
        .select_related("user")
        .defer("report")
        .annotate(ratio=KeyTransform("ratio", KeyTransform("speed", "report")))
    )
    people: set[int] = set()
    sources: set[str] = set()
    found = []
    for row in rows[:MOST_READ]:
        latest, fresh = row.user_id not in people, row.source.strip() not in sources
        people.add(row.user_id)
        sources.add(row.source.strip())
        if not (latest and fresh):
            continue
        ratio: float | None = row.ratio  # type: ignore[attr-defined]  # annotated above
        found.append(Solution(shown_name(row), row.source, ratio, row.user_id == viewer, row.pk))
    return found


def shown_name(submission: Submission) -> str:
    """The name, where its owner shows it both here and to others at all."""
    user = submission.user
    named = submission.shared == Shared.NAMED and getattr(user, "listed", True) and not getattr(user, "is_guest", False)
    return str(getattr(user, "name", user)) if named else "Somebody"


def our_solutions(exercise: Exercise, framework: str) -> list[Solution]:
    """The accepted attempts that ship with the exercise: other ways to the same numbers."""
    accepted = [each for each in exercise.folder.attempts if (each.verdict, each.framework) == ("accepted", framework)]
    return [Solution(title_of(each), each.source) for each in accepted]


def title_of(attempt: Attempt) -> str:
    first = (ast.get_docstring(ast.parse(attempt.source)) or "").split("\n")[0]
    return first or attempt.reason.replace("_", " ").capitalize()


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an accepted solution of one's own to others, with or without one's name, or no longer."""
    own = Submission.objects.of(request.user).accepted().filter(purpose=Purpose.SUBMIT).select_related("exercise")
    submission = get_object_or_404(own, pk=pk)
    asked = request.POST.get("shared", "")
    submission.shared = asked if asked in Shared.values else Shared.NOT
    submission.save(update_fields=["shared"])
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "exercises/_share.html", {"submission": submission})
    return redirect(submission)
