"""Every page as a guest, a learner and an author see it: no console error, no violation, nothing sticks out.

Each is opened once: light on a desktop, then the same page turns dark and as narrow as a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import practising
from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console
from tests.browser.people import sign_up
from tests.browser.workbench import attempt, send, write
from tests.site_pages import AUTHOR, GUEST, LEARNER, LOST


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser: the page it shows, what its console said, and what stands for the names in braces."""

    page: Page
    problems: list[str]
    known: dict[str, str] = field(default_factory=dict)

    def visit(self, address: str) -> None:
        self.problems.clear()
        self.page.set_viewport_size(SIZES["desktop"])  # type: ignore[arg-type]  # a plain dict is one
        self.page.emulate_media(color_scheme="light")
        self.page.goto(address.format(**self.known))

    def sticks_out(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))

    def turn_to_night_on_a_phone(self) -> None:
        self.page.emulate_media(color_scheme="dark")
        self.page.set_viewport_size(SIZES["phone"])  # type: ignore[arg-type]


def open_browser(browser: Browser, site: Site) -> BrowserContext:
    return browser.new_context(viewport=SIZES["desktop"], base_url=site.address, reduced_motion="reduce")


@pytest.fixture(scope="module")
def guest(browser: Browser, site: Site) -> Iterator[Visitor]:
    with open_browser(browser, site) as context:
        page = context.new_page()
        yield Visitor(page, watch_console(page))


@pytest.fixture(scope="module")
def learner(browser: Browser, site: Site) -> Iterator[Visitor]:
    """Has failed at the softmax, solved it, shared that, and handed in an exam."""
    with open_browser(browser, site) as context:
        page = context.new_page()
        known = {"name": sign_up(page)}
        page.goto("/exercises/softmax/?framework=numpy")
        for name in ("wrong_answer-numpy-whole_array", "accepted-numpy-shifted"):
            write(page, attempt("softmax", name))
            send(page, "Submit")
        page.get_by_role("button", name="Without my name").click()
        expect(page.get_by_role("button", name="Stop sharing")).to_be_visible()
        page.goto("/submissions/?verdict=wrong_answer")
        page.locator("tbody a").first.click()
        known["submission"] = number_in(page.url)
        practising.summary(page)
        known["session"] = number_in(page.url)
        known["seed"] = number_in(page.locator("#share").input_value().split("/practice/")[1])
        yield Visitor(page, watch_console(page), known)


@pytest.fixture(scope="module")
def author(browser: Browser, site: Site) -> Iterator[Visitor]:
    with open_browser(browser, site) as context:
        page = context.new_page()
        page.goto("/accounts/login/?next=/admin/")
        page.locator("[name=login]").fill(site.admin)
        page.locator("[name=password]").fill(site.password)
        page.locator("main form button.button--primary").first.click()
        page.wait_for_url("**/admin/")
        yield Visitor(page, watch_console(page))


def number_in(address: str) -> str:
    found = re.search(r"/(\d+)/", address)
    assert found, address
    return found[1]


def check(visitor: Visitor, address: str) -> None:
    visitor.visit(address)
    assert visitor.page.locator("h1").count() >= 1
    assert not visitor.sticks_out()
    assert visitor.problems == []
    assert accessibility_violations(visitor.page) == []
    visitor.turn_to_night_on_a_phone()
    assert not visitor.sticks_out()
    assert accessibility_violations(visitor.page) == []


@pytest.mark.parametrize("address", [*GUEST, *LOST])
def test_a_page_is_clean_for_a_guest(guest: Visitor, address: str) -> None:
    check(guest, address)
    assert guest.problems == []


@pytest.mark.parametrize("address", LEARNER)
def test_a_page_is_clean_for_a_learner(learner: Visitor, address: str) -> None:
    check(learner, address)
    assert learner.problems == []


@pytest.mark.parametrize("address", AUTHOR)
def test_a_page_is_clean_for_an_author(author: Visitor, address: str) -> None:
    """Axe adds styles that the policy of the admin forbids, so the console is read before it runs."""
    author.visit(address)
    assert author.problems == []
    for _ in range(2):
        assert [line for line in accessibility_violations(author.page) if "nav-sidebar" not in line] == []
        author.turn_to_night_on_a_phone()


def test_without_scripts_a_submission_still_gets_its_verdict(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        page.goto("/exercises/relu/?framework=numpy")
        page.locator("#source").fill(attempt("relu", "accepted-numpy-maximum"))
        page.locator("#submit").click()
        for _ in range(30):
            if page.locator("[data-verdict]").count():
                break
            page.wait_for_timeout(500)
            page.reload()
        expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "accepted")


@pytest.mark.parametrize("address", LOST)
def test_what_is_not_there_is_a_404_page(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("main a").first).to_be_visible()
