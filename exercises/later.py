"""What a grader finds out after the verdict: the smallest input that fails, the speed of an accepted solution."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from exercises.models import Submission
from exercises.results import is_searching, smallest_of


def keep(submission_id: int, attempt: str, found: dict[str, Any]) -> bool:
    """Add facts to the report that they belong to; False when that verdict is not there."""
    with transaction.atomic():
        row = Submission.objects.judged().select_for_update().filter(pk=submission_id, attempt=attempt).first()
        if row is None or row.report is None:
            return False
        row.report = {**row.report, **found}
        row.save(update_fields=["report"])
    return True


@require_GET
def smallest(request: HttpRequest, pk: int) -> HttpResponse:
    """The smallest failing input of a submission alone, or that it is still being looked for."""
    submission = get_object_or_404(Submission.objects.visible_to(request.user).judged(), pk=pk)
    found = smallest_of((submission.report or {}).get("smallest"))
    context = {"submission": submission, "smallest": found, "searching": is_searching(submission)}
    return render(request, "exercises/_search.html", context)
