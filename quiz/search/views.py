"""The search page, its list of results alone, and the few under the field at the top of every page."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from quiz.bank.requests import PageRequest
from quiz.search.filters import Filters
from quiz.search.results import Results

PER_PAGE = 20
AT_THE_TOP = 7  # under the field of every page
FIELD = "site-search-results"
EXAMPLES = ("vanishing gradient", "BN", "SDPA", "cross entropy", "receptive field", "dropout at inference")


@require_safe
def search(request: PageRequest) -> HttpResponse:
    """The whole page, or for htmx the part that changes."""
    results = Results(request.user, Filters.read(request.GET))
    context = {"results": results, "filters": results.filters, "found": results.found}
    if request.htmx and request.htmx.target == FIELD:
        response = render(request, "search/_few.html", {**context, "rows": results.rows(results.hits[:AT_THE_TOP])})
    else:
        page = Paginator(results.hits, PER_PAGE).get_page(request.GET.get("page"))
        context |= {"page": page, "rows": results.rows(page.object_list), "examples": EXAMPLES}
        partial = request.htmx and not request.htmx.history_restore_request
        response = render(request, "search/_results.html" if partial else "search/search.html", context)
        if partial:
            response["HX-Replace-Url"] = f"{request.path}{results.filters.query()}"
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    patch_cache_control(response, private=True)
    return response
