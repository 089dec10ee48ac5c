"""What holds for every page."""

import gzip
import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders

from exercises.grading import GraderStatus

PAGES = [
    "/",
    "/docs/",
    "/leaderboard/",
    "/accounts/login/",
    "/accounts/signup/",
    "/questions/",
    "/practice/",
    "/exercises/",
]


DOCS = ["getting-started", "how-grading-works", "shortcuts", "review", "authoring"]


class Page(HTMLParser):
    """The elements of a page, and the ids and text in it."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.inline_scripts = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.elements and self.elements[-1][0] in ("script", "style") and data.strip():
            self.inline_scripts.append(data)


@pytest.fixture(params=PAGES)
def shown(request, db, client):
    response = client.get(request.param)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_no_script_or_style_is_inline(shown):
    assert shown.inline_scripts == []
    handlers = [name for _, attrs in shown.elements for name in attrs if name.startswith("on")]
    assert handlers == []


def test_everything_loaded_is_our_own_and_there(shown):
    loaded = [attrs.get("src") or attrs["href"] for tag, attrs in shown.elements if tag in ("script", "link", "img")]
    assert loaded
    for address in loaded:
        assert address.startswith("/static/")
        assert finders.find(address.removeprefix("/static/")), address


def test_there_is_one_main_heading_and_a_way_to_skip_to_it(shown):
    assert sum(tag == "h1" for tag, _ in shown.elements) == 1
    assert any(attrs.get("href") == "#content" for tag, attrs in shown.elements if tag == "a")


def test_no_id_is_there_twice(shown):
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_every_form_that_changes_something_has_a_token(shown):
    posts = sum(tag == "form" and attrs.get("method") == "post" for tag, attrs in shown.elements)
    tokens = sum(attrs.get("name") == "csrfmiddlewaretoken" for tag, attrs in shown.elements if tag == "input")
    assert tokens >= posts >= 1


@pytest.mark.django_db
def test_the_policy_lets_nothing_foreign_in(client):
    policy = client.get("/docs/")["Content-Security-Policy"]
    directives = policy.split("; ")  # in any order
    assert "default-src 'none'" in directives
    assert "script-src 'self'" in directives
    assert "unsafe-eval" not in policy
    assert re.findall(r"[\w-]+ 'unsafe-inline'", policy) == ["style-src-attr 'unsafe-inline'"]


@pytest.mark.django_db
def test_pages_are_compressed(client):
    response = client.get("/docs/how-grading-works/", headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert b"How grading works" in gzip.decompress(response.content)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/docs/", *(f"/docs/{name}/" for name in DOCS)])
def test_the_documentation_marks_the_page_it_is_on(client, address):
    assert client.get(address).content.decode().count('aria-current="page"') == 1


@pytest.mark.django_db
def test_an_unknown_page_of_the_documentation_is_not_found(client):
    assert client.get("/docs/nothing/").status_code == 404


def test_links_within_the_documentation_lead_somewhere(client, db):
    for name in DOCS:
        for address in re.findall(r'href="(/[^"#]*)"', client.get(f"/docs/{name}/").content.decode()):
            assert address.startswith("/static/") or client.get(address).status_code in (200, 302), address


@pytest.mark.django_db
def test_the_sign_of_life(client):
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("X-Frame-Options", "DENY"), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")],
)
@pytest.mark.django_db
def test_headers_that_protect(client, name, value):
    assert client.get("/docs/")[name] == value


@pytest.mark.django_db
def test_where_the_page_is_is_marked_in_the_navigation(client):
    assert '<a href="/leaderboard/" aria-current="page">' in client.get("/leaderboard/").content.decode()


@pytest.mark.django_db
def test_grading_that_is_off_is_told_on_every_page(client, monkeypatch):
    monkeypatch.setattr("quiz.context.grader_status", lambda: GraderStatus(False, "The kernel lacks user namespaces."))
    assert "The kernel lacks user namespaces." in client.get("/docs/").content.decode()


@pytest.mark.django_db
def test_grading_that_is_on_is_not_worth_a_word(client, monkeypatch):
    monkeypatch.setattr("quiz.context.grader_status", lambda: GraderStatus(True))
    assert "Grading is off" not in client.get("/docs/").content.decode()
