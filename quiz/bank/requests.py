"""A request with what the middleware adds to it."""

from collections.abc import Callable

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from quiz.people.models import User


class PageRequest(HttpRequest):
    """For annotations: `htmx` says whether a fragment is wanted, `ensure_user()` makes a visitor a guest."""

    htmx: HtmxDetails
    ensure_user: Callable[[], User]
