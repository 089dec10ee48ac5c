"""Search from any page: as one types, by keyboard alone, on a phone, and without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console

HITS = "[data-hit]"


def test_results_come_while_typing_and_arrows_go_through_them(page: Page) -> None:
    page.goto("/leaderboard/")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.type("BN")
    first = page.locator(HITS).first
    expect(first).to_contain_text(re.compile("batch norm", re.IGNORECASE))
    expect(first.locator("mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(HITS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/(questions|exercises|reference)/.+"))


def test_escape_closes_the_results(page: Page) -> None:
    page.goto("/paths/")
    page.keyboard.press("/")
    page.keyboard.type("softmax")
    expect(page.locator(HITS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(HITS)).to_have_count(0)
    expect(page.locator("#site-search")).to_be_focused()


def test_enter_leads_to_all_results_which_filters_narrow_down(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("sofmax")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=sofmax"))
    expect(page.get_by_role("status").first).to_contain_text("with “softmax” for “sofmax”")
    page.locator(".filters a", has_text="Exercises").click()
    expect(page).to_have_url(re.compile("kind=exercise"))
    for fact in page.locator(".hit__facts").all_inner_texts():
        assert fact.startswith("Exercise")


def test_the_page_follows_what_is_typed_and_can_be_shared(page: Page) -> None:
    page.goto("/search/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("receptive field")
    expect(page.locator(HITS).first).to_contain_text(re.compile("receptive field", re.IGNORECASE))
    expect(page).to_have_url(re.compile(r"q=receptive(\+|%20)field"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(HITS).first).to_be_focused()


def test_nothing_found_says_what_to_do(page: Page) -> None:
    page.goto("/search/?q=qqqqzzzz")
    expect(page.locator(".empty")).to_contain_text("Try fewer words")


def test_without_script_it_is_a_form(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        page.goto("/leaderboard/")
        page.locator("#site-search").fill("SDPA")
        page.locator("#site-search").press("Enter")
        expect(page.locator(HITS).first).to_contain_text(re.compile("attention", re.IGNORECASE))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "path", ["/search/", "/search/?q=batch+norm", "/search/?q=qqqqzzzz", "/report/?exercise=softmax"]
)
def test_a_page_is_clean(browser: Browser, site: Site, path: str, size: str, scheme: str) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        problems = watch_console(page)
        page.goto(path)
        assert accessibility_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_results_under_the_field_are_accessible(browser: Browser, site: Site, scheme: str) -> None:
    with browser.new_context(viewport=SIZES["desktop"], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        page.goto("/exercises/")
        page.keyboard.press("/")
        page.keyboard.type("attention")
        page.locator(HITS).first.wait_for()
        assert accessibility_violations(page) == []


def test_on_a_phone_a_button_leads_to_the_search(browser: Browser, site: Site) -> None:
    with browser.new_context(viewport=SIZES["phone"], base_url=site.address) as context:
        page = context.new_page()
        page.goto("/leaderboard/")
        page.get_by_role("link", name="Search").click()
        page.locator("#search").fill("relu")
        expect(page.locator(HITS).first).to_contain_text("ReLU")


def test_a_problem_is_reported(page: Page) -> None:
    page.goto("/exercises/softmax/")
    page.get_by_role("link", name="Report a problem with this exercise").click()
    page.get_by_role("radio", name="A typo, or it is shown badly").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_text("Say in a sentence what is wrong.")).to_be_visible()
    page.locator("textarea").fill("The second formula lacks its sum sign.")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_text("Your report is with the authors")).to_be_visible()
    expect(page).to_have_url(re.compile("/exercises/softmax/"))
