"""The pages of the learning paths: all of them, and one with its steps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quiz.paths.entries import shipped_paths
from quiz.paths.walking import walks


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "paths/paths.html", {"walks": walks(request.user, shipped_paths())})


@require_safe
def learning_path(request: HttpRequest, slug: str) -> HttpResponse:
    paths = shipped_paths()
    found = next((number for number, path in enumerate(paths) if path.slug == slug), None)
    if found is None:
        raise Http404(f"There is no learning path “{slug}”.")
    [walk] = walks(request.user, [paths[found]])
    after = paths[found + 1] if found + 1 < len(paths) else None
    return render(request, "paths/path.html", {"walk": walk, "path": walk.path, "after": after})
