"""The documentation, and the sign of life."""

from pathlib import Path

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static

DOCS = Path(__file__).parent / "docs"


def docs(request: HttpRequest, slug: str = "getting-started") -> HttpResponse:
    """One page of the documentation; the files in the docs folder are the pages."""
    pages = {path.stem.split("-", 1)[1]: path for path in sorted(DOCS.glob("*.md"))}
    if slug not in pages:
        raise Http404(f"There is no page {slug} in the documentation.")
    titles = {name: path.read_text().splitlines()[0].removeprefix("# ") for name, path in pages.items()}
    _, _, text = pages[slug].read_text().partition("\n")
    return render(request, "docs.html", {"slug": slug, "title": titles[slug], "titles": titles, "text": text})


def favicon(request: HttpRequest) -> HttpResponse:
    """For pages that do not name an icon themselves."""
    return redirect(static("site/logo.svg"))


def healthz(request: HttpRequest) -> HttpResponse:
    """That this process answers and reaches its database."""
    connection.ensure_connection()
    return JsonResponse({"status": "ok"})
