"""A mock interview by keyboard alone, an exam, a clock that runs out, another device: in a real browser."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.bank.items import KINDS
from tests.browser.conftest import SIZES, Site
from tests.browser.practising import start_exam
from tests.browser.workbench import CONTENT, FINISHED

PASSWORD = "correct horse battery"


def focused(page: Page) -> str:
    """What the element in focus says."""
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.value || ''"))


def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    """Press Tab until what is in focus begins so."""
    for _ in range(80):
        page.keyboard.press(key)
        if focused(page).startswith(wanted):
            return
    raise AssertionError(f"no way to {wanted!r} by {key}")


def press_and_go(page: Page, key: str) -> None:
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda address: address != before)
    page.wait_for_load_state()


def answer_by_keyboard(page: Page) -> None:
    """Some answer to whatever is asked, by keys only; the page that follows is loaded."""
    page.wait_for_load_state()  # a key that is pressed before the scripts are there is lost
    item = page.locator("form[data-item]")
    if item.locator("[data-number]").count() or item.locator(".line").count():
        page.keyboard.press("1")
        press_and_go(page, "Enter")
    elif item.locator("[data-ordering]").count():
        first = item.locator(".step__text").first.inner_text()
        page.keyboard.press("1")
        page.keyboard.press("ArrowDown")
        assert item.locator(".step__text").nth(1).inner_text() == first
        tab_to(page, "Keep and go on")
        press_and_go(page, "Enter")
    elif item.locator("select").count():
        page.keyboard.press("1")
        page.keyboard.press("ArrowDown")
        for _ in range(item.locator("select").count() - 1):
            page.keyboard.press("Tab")
            page.keyboard.press("ArrowDown")
        assert "" not in [select.input_value() for select in item.locator("select").all()]
        tab_to(page, "Keep and go on")
        press_and_go(page, "Enter")
    elif item.locator("textarea").count():
        page.keyboard.press("1")
        page.keyboard.type("some words")
        press_and_go(page, "Control+Enter")
    else:
        page.keyboard.press("1")
        page.keyboard.type("2")
        press_and_go(page, "Enter")


@pytest.mark.parametrize("kind", [kind.label for kind in KINDS.values()])
def test_each_kind_of_item_is_answered_by_keys_alone(page: Page, kind: str) -> None:
    start_exam(page, kind=kind)
    for step in range(1, 6):
        assert page.url.endswith(f"/{step}/")
        answer_by_keyboard(page)
    assert page.url.endswith("/hand-in/")


def accepted(slug: str) -> str:
    return next(iter(sorted((CONTENT / slug / "attempts").glob("accepted-numpy-*.py")))).read_text()


def solve_by_keyboard(page: Page) -> None:
    """From the step to the workbench, a right solution, and back, by keys only."""
    press_and_go(page, "Enter")
    slug = page.url.split("/exercises/")[1].split("/")[0]
    page.keyboard.press("Tab")
    for _ in range(80):
        if page.evaluate("document.activeElement.classList.contains('cm-content')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(accepted(slug))
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator(FINISHED)).to_have_attribute("data-verdict", "accepted", timeout=30_000)
    page.keyboard.press("Escape")
    tab_to(page, "← Back to", "Shift+Tab")
    press_and_go(page, "Enter")
    expect(page.locator(".code-step")).to_contain_text("Solved")
    press_and_go(page, "Enter")


def test_a_mock_interview_by_keyboard_alone(page: Page) -> None:
    page.goto("/practice/mock/")
    tab_to(page, "Start")
    press_and_go(page, "Enter")
    kinds: list[str] = []
    while "/hand-in/" not in page.url:
        assert len(kinds) < 13
        assert page.locator(".verdict").count() == 0
        kinds.append(page.locator(".session-head__line .muted").inner_text())
        if page.locator(".code-step").count():
            solve_by_keyboard(page)
        else:
            answer_by_keyboard(page)
    assert len(kinds) == 11
    assert sum("follows up on" in kind for kind in kinds) == 6
    assert sum("Find the bug" in kind for kind in kinds) == 1
    assert sum("Code exercise" in kind for kind in kinds) == 1
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Scorecard")).to_be_visible()
    expect(page.locator(".area", has_text="Code")).to_contain_text("1 of 1")
    expect(page.get_by_text("What to do next").first).to_be_visible()


def test_an_exam_tells_nothing_until_it_is_handed_in(page: Page) -> None:
    start_exam(page)
    session = page.url.split("/practice/")[1].split("/")[0]
    sources: list[str] = []
    for _ in range(5):
        sources += [page.content(), page.request.get(page.url).text()]
        page.keyboard.press("1")
        press_and_go(page, "Enter")
    expect(page.get_by_role("heading", name="All steps answered")).to_be_visible()
    page.goto(f"/practice/{session}/2/")
    expect(page.locator("form[data-item]")).to_contain_text("Keep and go on")
    expect(page.locator("input:checked")).to_have_count(1)
    sources += [page.content(), page.request.get(f"/practice/{session}/hand-in/").text()]
    assert not [source for source in sources if re.search("verdict--|choice--good|choice--bad|option__why", source)]
    page.goto(f"/practice/{session}/hand-in/")
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d of 5 right"))
    page.goto(f"/practice/{session}/2/")
    expect(page.locator(".option__why").first).to_be_visible()


def database(site: Site, statement: str, *values: object) -> None:
    """Change a row of the running site's database, as time would."""
    connection = sqlite3.connect(Path(site.var) / "backpass.sqlite3", timeout=20)
    with connection:
        connection.execute(statement, values)
    connection.close()


def test_when_the_time_runs_out_what_is_filled_in_counts(page: Page, site: Site) -> None:
    start_exam(page, minutes="5")
    session = page.url.split("/practice/")[1].split("/")[0]
    database(site, "UPDATE practice_session SET deadline = datetime('now', '+5 seconds') WHERE id = ?", session)
    page.reload()
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"^0:0[0-5]$"))
    page.keyboard.press("1")
    page.wait_for_url(re.compile("/summary/"), timeout=20_000)
    expect(page.get_by_text("The time is over")).to_be_visible()
    page.goto(f"/practice/{session}/1/")
    expect(page.locator(".verdict__word")).to_have_text(re.compile("Right|Not right"))


def test_the_countdown_follows_the_servers_clock(page: Page, site: Site) -> None:
    start_exam(page, minutes="5")
    session = page.url.split("/practice/")[1].split("/")[0]
    database(site, "UPDATE practice_session SET deadline = datetime('now', '+100 seconds') WHERE id = ?", session)
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"^[45]:"))
    page.keyboard.press("1")  # a draft is kept, and the answer says how much is left
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"^1:[34]"))


def sign_up(page: Page, name: str) -> None:
    page.goto("/accounts/signup/")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
    page.wait_for_url(lambda address: "/signup/" not in address)


def log_in(page: Page, name: str) -> None:
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
    page.wait_for_url(lambda address: "/login/" not in address)


def test_half_an_answer_is_there_again_after_a_reload_and_on_another_device(
    page: Page, browser: Browser, site: Site
) -> None:
    sign_up(page, "otto")
    start_exam(page, kind="Number", minutes="30")
    page.keyboard.press("1")
    page.keyboard.type("0.12")
    expect(page.locator("[data-kept]")).to_contain_text("Kept")
    page.reload()
    expect(page.locator(".number__input")).to_have_value("0.12")
    with browser.new_context(viewport=SIZES["phone"], base_url=site.address) as phone:
        other = phone.new_page()
        log_in(other, "otto")
        other.goto("/practice/")
        other.get_by_role("link", name=re.compile("^Continue")).click()
        expect(other.locator(".number__input")).to_have_value("0.12")
        expect(other.locator("[data-time]")).to_have_text(re.compile(r"^(30:00|29:\d\d)$"))


def test_what_is_typed_just_before_leaving_is_kept(page: Page) -> None:
    start_exam(page, kind="Number")
    here = page.url
    page.locator(".number__input").fill("0.34")
    page.goto("/questions/")
    page.goto(here)
    expect(page.locator(".number__input")).to_have_value("0.34")


def test_a_double_click_on_check_counts_once(page: Page) -> None:
    page.goto("/practice/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="I don't know").dblclick()
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator(".marks")).to_have_attribute("aria-label", re.compile("^1 of"))


def test_back_in_an_interview_shows_what_was_answered_and_changes_nothing(page: Page) -> None:
    page.goto("/practice/mock/")
    page.get_by_role("button", name=re.compile("^Start")).click()
    first = page.url
    answer_by_keyboard(page)
    page.go_back()
    page.reload()
    assert page.url == first
    expect(page.get_by_text("Your answer is kept")).to_be_visible()
    expect(page.locator("form[data-item]")).to_have_count(0)
    if page.locator(".options").count():
        expect(page.locator(".kept-answer input:checked")).to_be_visible()


def test_an_exam_without_script(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        page.goto("/practice/")
        page.get_by_role("radio", name=re.compile("^Exam")).check()
        page.get_by_label("Length").select_option("5")
        page.get_by_label("Time").select_option("30")
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.locator(".clock")).to_contain_text("until")
        for _ in range(5):
            here = page.url
            page.get_by_role("button", name="I don't know").click()
            page.wait_for_url(lambda address, here=here: address != here)
        page.get_by_role("button", name="Hand in").click()
        expect(page.locator("h1")).to_be_visible()
        expect(page).to_have_url(re.compile("/summary/"))
