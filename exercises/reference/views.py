"""The pages of the reference: the index that can be searched, and one page for each function."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from exercises.filtering import searched_words
from exercises.reference.functions import functions, matching
from exercises.reference.uses import exercises_with, not_yet_open


@require_safe
@vary_on_headers("HX-Request")
def index(request: HttpRequest) -> HttpResponse:
    words = searched_words(request.GET)
    context = {"words": words, "found": matching(words), "count": len(functions())}
    partial = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    return render(request, f"exercises/{'_functions' if partial else 'reference'}.html", context)


@require_safe
def function(request: HttpRequest, name: str) -> HttpResponse:
    found = functions().get(name)
    if found is None:
        raise Http404(f"There is no function “{name}” in the reference.")
    exercises = exercises_with(found)
    context = {
        "function": found,
        "exercises": exercises,
        "spoiled": not_yet_open(request.user, exercises),
        "others": [each for each in functions().values() if each.module == found.module and each is not found],
    }
    return render(request, "exercises/function.html", context)
