"""The list of pages that the browser visits is whole: whoever adds a page meets this test."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.urls import get_resolver, resolve

from tests.site_pages import AUTHOR, GUEST, LEARNER

FILLED = {"session": "1", "seed": "1", "submission": "1", "name": "lea"}
# What is no page of its own: it changes something, answers with a part of a page or a file, or leads on to a page.
PARTS = {
    "healthz", "people:stop_sharing", "people:time_zone", "people:theme", "people:export", "people:delete_mail",
    "bank:explanation", "bank:answer", "practice:by_seed", "practice:session", "practice:draft", "practice:skip",
    "practice:clock", "practice:finish", "practice:retry", "review:plan", "review:undo", "review:anki",
    "review:adjust", "review:answer", "review:rate", "review:later", "exercises:submit", "exercises:draft",
    "exercises:reset", "exercises:hint", "exercises:give_up", "exercises:own_input", "exercises:share",
    "exercises:speed", "exercises:smallest", "exercises:case", "exercises:result", "exercises:events",
    "account_set_password",
}  # fmt: skip
# Pages that one comes to only by doing something, which tests of their own do.
ON_THE_WAY = {
    "practice:entry", "practice:hand_in",  # test_practice_pages
    "exercises:compare",  # test_workbench_results
    "people:delete_link", "account_confirm_email",  # a letter leads there
    "account_reauthenticate", "account_email_verification_sent", "account_confirm_login_code",
}  # fmt: skip


def names(patterns: Sequence[Any], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.app_name != "admin":
                yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name:
            yield namespace + pattern.name


def test_every_page_is_visited() -> None:
    paths = [urlsplit(address.format(**FILLED)).path for address in (*GUEST, *LEARNER, *AUTHOR)]
    visited = {resolve(path).view_name for path in paths}
    assert set(names(get_resolver().url_patterns)) - visited - PARTS - ON_THE_WAY == set()


def test_what_is_left_out_is_there() -> None:
    assert (PARTS | ON_THE_WAY) - set(names(get_resolver().url_patterns)) == set()
