"""A visitor answers at once, takes a session to its end, leaves in the middle and comes back."""

import re

from playwright.sync_api import Page, expect


def start_session(page: Page, topic: str = "Regularisation", length: str | None = None) -> None:
    page.goto("/practice/")
    page.get_by_role("checkbox", name=re.compile(f"^{topic}")).check()
    if length:
        page.get_by_label("Length").select_option(length)
    page.get_by_role("button", name="Start").click()


def answer(page: Page) -> None:
    """Answer whatever is asked: a choice, a number, one's own words rated by oneself, or that one does not know."""
    choices = page.locator(".item .choice input")
    number = page.locator(".number__input")
    if page.locator("[data-check]").inner_text().startswith("Show"):
        page.locator("[data-check]").click()
        page.locator(".item input[type=radio]").last.check()
        page.locator("[data-check]").click()
    elif number.count():
        number.first.fill("0.5")
        page.locator("[data-check]").click()
    elif choices.count():
        choices.first.check()
        page.locator("[data-check]").click()
    else:
        page.get_by_role("button", name="I don't know").click()
    expect(page.locator("[data-next]")).to_be_visible()


def test_the_home_page_asks_a_question_that_is_answered_in_place(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator(".verdict__word")).to_have_text(re.compile("right|Right"))
    assert page.url.rstrip("/").endswith(page.url.split("/")[2])


def test_a_whole_session_ends_in_a_summary(page: Page) -> None:
    start_session(page)
    for _ in range(40):
        answer(page)
        page.locator("[data-next]").click()
        if page.url.endswith("/summary/"):
            break
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d+ of \d+ right"))
    expect(page.get_by_role("heading", name="By topic")).to_be_visible()
    expect(page.get_by_role("heading", name="The code behind it")).to_be_visible()


def test_after_answering_every_wrong_option_says_why(page: Page) -> None:
    start_session(page)
    for _ in range(20):
        single = page.locator(".item .choice input[type=radio]").count() >= 3
        answer(page)
        if single:
            break
        page.locator("[data-next]").click()
    assert page.locator(".option__why").count() >= 2


def test_a_session_is_resumed_where_it_was_left(page: Page) -> None:
    start_session(page)
    answer(page)
    page.locator("[data-next]").click()
    left = page.url
    page.goto("/practice/")
    page.get_by_role("link", name=re.compile("^Continue")).first.click()
    assert page.url == left


def test_a_number_that_cannot_be_read_is_refused_and_not_counted(page: Page) -> None:
    page.goto("/practice/")
    page.get_by_text("Kinds of items").click()
    page.get_by_role("checkbox", name="Number").check()
    page.get_by_role("button", name="Start").click()
    page.locator(".number__input").fill("about a half")
    page.locator("[data-check]").click()
    expect(page.get_by_role("alert")).to_contain_text("does not read as a number")
    expect(page.locator("[data-next]")).to_have_count(0)


def test_back_after_an_answer_shows_it_and_counts_it_once(page: Page) -> None:
    start_session(page)
    answer(page)
    page.locator("[data-next]").click()
    page.go_back()
    expect(page.locator(".verdict")).to_be_visible()
