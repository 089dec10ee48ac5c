"""The pages for what went wrong, each with what to do next."""

import logging
import secrets

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger("backpass.errors")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    too_big = isinstance(exception, RequestDataTooBig)
    return render(request, "400.html", {"too_big": too_big, "bare": True}, status=413 if too_big else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    return render(request, "404.html", {"reason": reason}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for our own failure; its number is in the log beside the traceback."""
    number = secrets.token_hex(4)
    logger.error("error page %s shown for %s %s", number, request.method, request.path)
    return render(None, "500.html", {"number": number, "theme": request.COOKIES.get("theme", "")}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Most often a page that was open for very long, or in a browser that refuses cookies."""
    return render(request, "csrf_failure.html", status=403)
