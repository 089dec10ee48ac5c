"""What a phone shows the evening before an interview: a low header, nothing cut off; and what paper shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Site, watch_console
from tests.browser.people import sign_up
from tests.browser.workbench import attempt, send, write

TWO_ROWS = 110  # pixels
SUM = f"<math>{'<mn>12345</mn><mo>+</mo>' * 20}</math>"


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    with browser.new_context(viewport=SIZES["phone"], base_url=site.address, has_touch=True) as context:
        page = context.new_page()
        problems = watch_console(page)
        yield page
        assert problems == []


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found
    return dict(found)


def test_the_header_has_two_rows_for_a_guest_who_has_answered(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("button", name="I don't know").click()
    phone.locator(".verdict").wait_for()
    phone.goto("/questions/")
    expect(phone.get_by_role("link", name="Keep my progress")).to_be_visible()
    assert box(phone, ".site-header")["height"] < TWO_ROWS


@pytest.mark.parametrize("width", [320, 390])
def test_the_header_has_two_rows_for_a_learner(phone: Page, width: int) -> None:
    sign_up(phone)
    phone.set_viewport_size({"width": width, "height": 700})
    phone.goto("/")
    assert box(phone, ".site-header")["height"] < TWO_ROWS
    assert phone.evaluate("document.documentElement.scrollWidth") == width


def test_the_place_that_is_open_is_in_sight(phone: Page) -> None:
    phone.goto("/leaderboard/")
    place = box(phone, ".site-nav [aria-current]")
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= SIZES["phone"]["width"]


def test_the_panel_of_the_timer_fits(phone: Page) -> None:
    phone.goto("/exercises/relu/?framework=numpy")
    phone.locator(".timer > summary").click()
    panel = box(phone, ".timer__panel")
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= SIZES["phone"]["width"]


def test_a_long_formula_in_a_sentence_stays_inside_of_the_verdict(phone: Page) -> None:
    phone.goto("/questions/artificial-neural-network/")
    phone.get_by_role("button", name="I don't know").first.click()
    phone.locator(".verdict").wait_for()
    verdict = phone.locator(".verdict").first
    verdict.evaluate("(box, sum) => { box.append(document.createElement('p')); box.lastChild.innerHTML = sum }", SUM)
    assert verdict.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_the_list_of_shortcuts_opens_at_its_beginning(page: Page) -> None:
    page.goto("/exercises/")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts-title")).to_be_in_viewport()


def test_what_a_submission_came_to_is_in_sight(phone: Page) -> None:
    phone.goto("/exercises/softmax/?framework=numpy")
    write(phone, attempt("softmax", "wrong_answer-numpy-axis_0"))
    send(phone, "Submit")
    phone.goto("/submissions/")
    verdict = box(phone, "main tbody .verdict")
    assert verdict["x"] + verdict["width"] <= SIZES["phone"]["width"]


def test_the_whole_task_is_printed(page: Page) -> None:
    page.goto("/exercises/softmax/")
    page.emulate_media(media="print")
    assert page.locator("#task").evaluate("task => task.scrollHeight <= task.clientHeight + 1")


def test_what_only_a_screen_reader_sees_is_no_place_to_stop_at(phone: Page) -> None:
    phone.goto("/questions/computational-graph/")
    expect(phone.locator(".visually-hidden math").first).to_be_attached()
    assert phone.locator(".visually-hidden [tabindex]").count() == 0
