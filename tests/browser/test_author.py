"""An author writes a question with every kind of item, sees it as learners will, publishes, changes, retires it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console

ITEMS: dict[str, dict[str, str]] = {
    "single": {"prompt": "What is $1 + 1$?", "rows-0-text": "two", "rows-1-text": "three", "rows-1-why": "Too many."},
    "multiple": {"prompt": "Even?", "rows-0-text": "two", "rows-1-text": "three", "rows-1-why": "It is odd."},
    "numeric": {"prompt": "The slope at 0?", "answer": "0.25", "rows-0-value": "0.5", "rows-0-why": "Its value."},
    "ordering": {"prompt": "Order.", "steps": "forward\nloss\nbackward", "before": "1 2\n1 3"},
    "matching": {
        "prompt": "Match.",
        "rows-0-left": "a", "rows-0-right": "A", "rows-1-left": "b", "rows-1-right": "B",
        "rows-2-left": "c", "rows-2-right": "C",
    },
    "fill": {"prompt": "Twice $s$?", "formula": "2*s", "variables": "s 0 1"},
    "predict": {"code": "for i in range(2):\n    print(i)"},
    "bug": {"attempt": "softmax/wrong_answer-numpy-whole_array", "fixed": "softmax/accepted-numpy-shifted"},
    "free": {"prompt": "Explain.", "answer": "Like this.", "points": "one\ntwo\nthree"},
}  # fmt: skip
CORRECT = {"single": ["rows-0-correct"], "multiple": ["rows-0-correct"]}


@pytest.fixture
def unwatched(browser: Browser, site: Site) -> Iterator[Page]:
    """The admin, logged in; for axe, which adds styles to the page that our policy forbids."""
    with browser.new_context(viewport=SIZES["desktop"], base_url=site.address) as context:
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto("/accounts/login/?next=/admin/")
        page.locator("[name=login]").fill(site.admin)
        page.locator("[name=password]").fill(site.password)
        page.locator("main form button.button--primary").first.click()
        page.wait_for_url("**/admin/")
        yield page


@pytest.fixture
def author(unwatched: Page) -> Iterator[Page]:
    """The admin, logged in; the test fails on any console error."""
    problems = watch_console(unwatched)
    yield unwatched
    assert problems == []


def new_question(page: Page, title: str) -> None:
    page.goto("/admin/bank/question/add/")
    page.locator("#id_title").press_sequentially(title)
    expect(page.locator("#id_slug")).to_have_value(title.lower().replace(" ", "-"))  # follows the title
    page.locator("#id_topic").select_option("training")
    page.locator("#id_explanation").fill("Because $1 + 1 = 2$.")
    page.locator("#id_sources").fill("A paper, section 1")
    page.locator("[name=_save]").first.click()
    expect(page.locator(".authoring-state")).to_contain_text("Draft")


def write_item(page: Page, kind: str) -> None:
    for name, value in ITEMS[kind].items():
        page.locator(f"[name={name}]").fill(value)
    for name in CORRECT.get(kind, []):
        page.locator(f"[name={name}]").check()


def add_item(page: Page, kind: str) -> None:
    question = page.url
    page.locator(f"a.addlink[href$='/items/add/{kind}/']").click()
    write_item(page, kind)
    expect(page.locator(".preview")).to_contain_text("As it is asked")
    page.get_by_role("button", name="Save the item").last.click()
    page.wait_for_url(question)


def test_an_author_writes_every_kind_of_item_and_publishes(author: Page) -> None:
    new_question(author, "A question of all kinds")
    for number, kind in enumerate(ITEMS, start=1):
        add_item(author, kind)
        expect(author.locator(".authoring-items tbody tr")).to_have_count(number)
    author.locator("[name=_publish]").click()
    expect(author.locator(".authoring-state")).to_contain_text("Published")
    author.goto("/questions/a-question-of-all-kinds/")
    expect(author.locator("[data-item]")).to_have_count(len(ITEMS))
    author.goto("/search/?q=question+of+all+kinds")
    expect(author.locator("[data-hit]").first).to_contain_text("question of all kinds")


def test_the_preview_follows_and_mistakes_are_named(author: Page) -> None:
    new_question(author, "A question with mistakes")
    author.locator("a.addlink[href$='/items/add/single/']").click()
    author.locator("[name=prompt]").fill("What is $x^2$ at 3?")
    preview = author.locator(".preview")
    expect(preview).to_contain_text("Options: at least 2 are needed")
    author.locator("[name=rows-0-text]").fill("nine")
    author.locator("[name=rows-1-text]").fill("six")
    author.locator("[name=rows-0-correct]").check()
    expect(preview).to_contain_text("Options, row 2: a wrong option needs")
    author.get_by_role("button", name="Save the item").last.click()
    expect(author.locator(".errorlist").first).to_contain_text("Options, row 2")
    author.get_by_role("button", name="More rows").click()
    expect(author.locator("[name=rows-5-text]")).to_be_visible()
    author.locator("[name=rows-1-why]").fill("That is $2x$.")
    expect(preview.locator("math").first).to_be_visible()
    author.get_by_role("button", name="Save the item").last.click()
    expect(author.locator(".authoring-items")).to_contain_text("Single choice")


def test_a_change_is_a_new_version_and_can_be_taken_back(author: Page) -> None:
    new_question(author, "A question that changes")
    add_item(author, "free")
    author.get_by_role("link", name="Edit item 1").click()
    author.locator("[name=prompt]").fill("Explain it again.")
    author.get_by_role("button", name="Save the item").last.click()
    author.get_by_role("link", name="Edit item 1").click()
    author.get_by_text("1 earlier version").click()
    author.get_by_role("button", name="Bring this version back").click()
    expect(author.locator("[name=prompt]")).to_have_value("Explain.")
    author.get_by_role("link", name="A question that changes").click()
    author.locator("[name=_publish]").click()
    author.locator("[name=_retire]").click()
    expect(author.locator(".authoring-state")).to_contain_text("Retired")
    author.get_by_role("link", name="History").click()
    expect(author.locator("#content")).to_contain_text(re.compile("Retired"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/admin/bank/question/add/", "/admin/statistics/itemstatistics/", "/admin/reports/problem/"]
)
def test_what_we_add_to_the_admin_is_clean(unwatched: Page, path: str, scheme: str) -> None:
    unwatched.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    unwatched.goto(path)
    main = [line for line in accessibility_violations(unwatched) if "nav-sidebar" not in line]
    assert main == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_of_an_item_is_clean(unwatched: Page, scheme: str) -> None:
    unwatched.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    new_question(unwatched, f"A question in {scheme}")
    unwatched.locator("a.addlink[href$='/items/add/single/']").click()
    write_item(unwatched, "single")
    expect(unwatched.locator(".preview")).to_contain_text("As it is asked")
    assert accessibility_violations(unwatched) == []
