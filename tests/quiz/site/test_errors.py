import logging
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.http import Http404
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from quiz import urls


def broken(request):
    raise RuntimeError("a secret detail")


def refused(request):
    raise PermissionDenied("Only for the people of class 4.")


def missing(request):
    raise Http404("There is no such thing.")


@csrf_exempt
def reading(request):
    return str(request.POST)


class Addresses:
    """The site, with some pages where things go wrong."""

    handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
    urlpatterns = [
        path("broken/", broken),
        path("refused/", refused),
        path("missing/", missing),
        path("reading/", reading),
        *urls.urlpatterns,
    ]


@pytest.fixture
def visitor(settings, db):
    settings.ROOT_URLCONF = Addresses
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status", "next_step"),
    [
        ("/nothing-here", 404, "Search questions, exercises and the reference"),
        ("/missing/", 404, "There is no such thing."),
        ("/refused/", 403, "Only for the people of class 4."),
        ("/broken/", 500, "Try again in a moment"),
    ],
)
def test_each_error_page_says_what_to_do(visitor, address, status, next_step):
    response = visitor.get(address)
    assert response.status_code == status
    assert next_step in response.content.decode()
    assert "Home page" in response.content.decode() or "home page" in response.content.decode()


def test_our_failure_has_a_number_that_is_in_the_log(visitor, caplog):
    caplog.set_level(logging.ERROR)
    page = visitor.get("/broken/").content.decode()
    number = re.search(r"<strong class=\"mono\">(\w+)<", page)[1]
    assert number in caplog.text
    assert "a secret detail" not in page


def test_our_failure_is_shown_even_without_a_database(visitor, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("no database")

    with monkeypatch.context() as broken_database:
        broken_database.setattr(CursorWrapper, "execute", fail)
        page = visitor.get("/leaderboard/").content.decode()
    assert "Something broke here" in page


def test_a_form_that_is_too_large_gets_a_sentence(visitor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = visitor.post("/reading/", {"source": "x" * 2000})
    assert response.status_code == 413
    assert "too much at once" in response.content.decode()


def test_a_form_with_too_many_fields_is_refused(visitor, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    response = visitor.post("/reading/", {f"field{number}": "" for number in range(20)})
    assert response.status_code == 400
    assert "could not be read" in response.content.decode()


@pytest.mark.django_db
def test_an_expired_form_says_how_to_go_on():
    response = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})
    assert response.status_code == 403
    assert "Please send that again" in response.content.decode()


@pytest.mark.django_db
def test_another_host_is_refused(client):
    assert client.get("/docs/", headers={"Host": "evil.example"}).status_code == 400


def test_what_a_visitor_typed_is_escaped_in_the_error(visitor):
    assert "<script>alert" not in visitor.get("/people/<script>alert(1)</script>/").content.decode()
