"""What was missed comes back: reviewed by keyboard, on a phone, without script; taken along, forgotten on request."""

import json
import re
import secrets
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console
from tests.browser.workbench import attempt, send, write

PASSWORD = "correct-horse-7-battery"


def miss_a_question(page: Page) -> None:
    """Say "I don't know" on the home page: the question is due at once."""
    page.goto("/")
    page.get_by_role("button", name="I don't know").click()
    expect(page.locator(".verdict")).to_be_visible()


def sign_up(page: Page) -> str:
    name = f"rev{secrets.token_hex(4)}"
    page.goto("/accounts/signup/")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
    expect(page.locator(".site-account")).to_contain_text(name)
    return name


def test_a_miss_is_due_and_reviewed_by_keyboard_alone(page: Page) -> None:
    miss_a_question(page)
    page.goto("/review/")
    expect(page.locator(".site-nav .count")).to_contain_text("1")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_visible()
    page.keyboard.press("4")
    easy = page.get_by_role("button", name=re.compile("Easy"))
    expect(easy).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("heading", name=re.compile(r"comes back in \d+ day"))).to_be_visible()
    expect(page.locator(".site-nav .count")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing due.")).to_be_visible()


def test_undo_brings_the_card_back(page: Page) -> None:
    miss_a_question(page)
    page.goto("/review/")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".rated")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    expect(page.locator("form[data-item]")).to_be_visible()


def test_not_today(page: Page) -> None:
    miss_a_question(page)
    page.goto("/review/")
    page.keyboard.press("s")
    expect(page.get_by_text("1 card tomorrow")).to_be_visible()


def test_the_back_key_shows_what_counts_and_counts_nothing_twice(page: Page) -> None:
    miss_a_question(page)
    page.goto("/review/")
    other = page.context.new_page()
    other.goto("/review/")
    for tab in (page, other):
        tab.locator(".choice").first.click()
        tab.locator("[data-check]").click()
        expect(tab.locator(".rated")).to_be_visible()
    expect(other.get_by_text("had been answered already")).to_be_visible()


def test_failing_an_exercise_queues_the_question_behind_the_mistake(page: Page) -> None:
    page.goto("/exercises/softmax/?framework=numpy")
    write(page, attempt("softmax", "wrong_answer-numpy-axis_0"))
    assert send(page, "Submit") == "wrong_answer"
    page.goto("/review/")
    expect(page.locator("form[data-item]")).to_be_visible()
    expect(page.locator(".site-nav .count")).to_contain_text("1")


def test_an_exercise_can_be_rated_once_its_day_has_come(page: Page) -> None:
    page.goto("/exercises/sigmoid/?framework=numpy")
    write(page, attempt("sigmoid", "accepted-numpy-decaying_exponential"))
    assert send(page, "Submit") == "accepted"
    page.goto("/progress/")
    expect(page.get_by_text("Today counts already.")).to_be_visible()
    expect(page.get_by_text(re.compile("1 of [0-9]+ exercises")).first).to_be_visible()


def test_without_script_everything_can_be_done_too(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.address, java_script_enabled=False, viewport=SIZES["phone"])
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="I don't know").click()
    page.goto("/review/")
    page.locator(".choice input").first.check()
    page.locator("[data-check]").click()
    expect(page.locator(".verdict")).to_be_visible()
    page.get_by_role("button", name=re.compile("Hard")).click()
    expect(page.get_by_role("button", name=re.compile("Hard"))).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name=re.compile("Undo")).click()
    expect(page.locator("form[data-item]")).to_be_visible()
    context.close()


def test_what_was_missed_is_taken_along_to_anki(page: Page) -> None:
    miss_a_question(page)
    page.goto("/review/")
    with page.expect_download() as download:
        page.get_by_role("link", name="What I have missed").click()
    assert download.value.suggested_filename == "backpass.apkg"
    with zipfile.ZipFile(download.value.path()) as package:
        assert "collection.anki2" in package.namelist()


def test_everything_the_site_holds_is_downloaded_as_one_file(page: Page) -> None:
    name = sign_up(page)
    page.goto("/settings/data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download it").click()
    data = json.loads(download.value.path().read_text())
    assert data["people.user"][0]["username"] == name


def test_an_account_is_deleted_with_the_password(page: Page) -> None:
    name = sign_up(page)
    page.goto("/settings/")
    page.get_by_role("link", name="Your data, and leaving").click()
    page.get_by_role("link", name="Delete my account").click()
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=sure]").check()
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("status")).to_contain_text("is deleted")
    answer = page.goto(f"/people/{name}/")
    assert answer is not None
    assert answer.status == 404


@pytest.fixture
def in_vienna(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=site.address, timezone_id="Europe/Vienna")
    yield context.new_page()
    context.close()


def test_the_devices_time_zone_is_offered(in_vienna: Page) -> None:
    miss_a_question(in_vienna)
    in_vienna.goto("/progress/")
    in_vienna.get_by_role("button", name="Use this device's: Europe/Vienna").click()
    expect(in_vienna.get_by_role("status")).to_contain_text("midnight in Europe/Vienna")
    expect(in_vienna.get_by_role("button", name="Use this device's")).to_have_count(0)


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible_and_fit(browser: Browser, site: Site, size: str, scheme: str) -> None:
    context = browser.new_context(base_url=site.address, viewport=SIZES[size], color_scheme=scheme)
    page = context.new_page()
    problems = watch_console(page)

    def check(where: str) -> None:
        assert accessibility_violations(page) == [], where
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), where

    page.goto("/review/")
    check("nothing to review yet")
    miss_a_question(page)
    page.goto("/review/")
    check("a card")
    page.locator(".choice").first.click()
    page.locator("[data-check]").click()
    expect(page.locator(".rated")).to_be_visible()
    check("a rated card")
    for path in ("/progress/", "/settings/data/", "/settings/delete/", "/docs/review/"):
        page.goto(path)
        check(path)
    context.close()
    assert problems == []
