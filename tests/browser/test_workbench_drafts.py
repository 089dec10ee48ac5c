"""A draft is never lost: offline, logged out, in two tabs, after Back; where two drafts meet, a person chooses."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, watch_console
from tests.browser.people import log_in, sign_up
from tests.browser.workbench import write

WORKBENCH = "/exercises/relu/?framework=numpy"


@pytest.fixture
def workbench(page: Page) -> Page:
    page.goto(WORKBENCH)
    return page


@pytest.fixture
def travelling(browser: Browser, site: Site) -> Iterator[Page]:
    """A workbench whose line may break: the browser's own words about that are no mistake of the page."""
    with browser.new_context(base_url=site.address) as context:
        page = context.new_page()
        problems = watch_console(page)
        page.goto(WORKBENCH)
        yield page
        assert [each for each in problems if not re.search(r"net::ERR_|htmx:", each)] == []


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text("Draft saved")


def code(page: Page) -> str:
    return page.locator("#source").input_value()


def test_what_was_typed_offline_is_saved_once_the_line_is_back(travelling: Page) -> None:
    write(travelling, "x = 1\n")
    saved(travelling)
    travelling.context.set_offline(True)
    write(travelling, "x = 2\n")
    expect(travelling.locator("#saved")).to_contain_text("Offline: draft kept in this browser")
    travelling.context.set_offline(False)
    saved(travelling)


def test_what_was_typed_offline_is_there_after_a_reload(travelling: Page) -> None:
    write(travelling, "x = 1\n")
    saved(travelling)
    travelling.route("**/draft", lambda route: route.abort())
    write(travelling, "x = 2\n")
    expect(travelling.locator("#saved")).to_contain_text("Offline")
    travelling.unroute("**/draft")
    travelling.goto(WORKBENCH)
    expect(travelling.locator("#source")).to_have_value("x = 2\n")
    saved(travelling)


def test_submitting_offline_keeps_the_code_and_says_so(travelling: Page) -> None:
    write(travelling, "x = 1\n")
    saved(travelling)
    travelling.context.set_offline(True)
    travelling.locator("#run").click()
    expect(travelling.locator("#result")).to_contain_text("The server cannot be reached. Your code is kept")
    travelling.context.set_offline(False)
    assert code(travelling) == "x = 1\n"


def test_leaving_at_once_after_a_key_keeps_it(workbench: Page) -> None:
    write(workbench, "the_last_key = 1\n")
    workbench.goto("/exercises/")
    workbench.goto(WORKBENCH)
    expect(workbench.locator("#source")).to_have_value("the_last_key = 1\n")


def test_after_a_logout_in_another_tab_the_draft_stays_and_comes_back(page: Page) -> None:
    name = sign_up(page)
    page.goto(WORKBENCH)
    write(page, "mine = 1\n")
    saved(page)
    page.context.clear_cookies(name="sessionid")
    write(page, "mine = 2\n")
    expect(page.locator("#saved")).to_contain_text("Logged out: draft kept in this browser. Log in")
    page.locator("#submit").click()
    expect(page.locator("#result")).to_contain_text("You have been logged out")
    assert code(page) == "mine = 2\n"
    page.goto(str(page.locator("#saved a").get_attribute("href")))
    log_in(page, name)
    expect(page.locator("#source")).to_have_value("mine = 2\n")
    saved(page)


def test_a_second_tab_takes_over_what_the_first_one_saves(workbench: Page) -> None:
    second = workbench.context.new_page()
    second.goto(WORKBENCH)
    write(workbench, "from_the_first = 1\n")
    saved(workbench)
    expect(second.locator("#source")).to_have_value("from_the_first = 1\n")
    expect(second.locator("#saved")).to_contain_text("Taken over from another tab")
    write(second, "from_the_second = 1\n")
    saved(second)
    expect(workbench.locator("#source")).to_have_value("from_the_second = 1\n")


@pytest.fixture
def two_drafts(workbench: Page) -> Page:
    """A page that learns on saving that another device has saved something else."""
    write(workbench, "here = 0\n")
    saved(workbench)
    other = workbench.evaluate(
        """async () => {
          const form = document.querySelector('#workbench');
          const token = document.cookie.match(/csrftoken=([^;]+)/)[1];
          const base = form.elements.base.value;
          const body = new URLSearchParams({framework: 'numpy', source: 'elsewhere = 1\\n', base});
          const headers = {Accept: 'application/json', 'X-CSRFToken': token};
          const answer = await fetch(form.dataset.draft, {method: 'POST', body, headers});
          return (await answer.json()).saved;
        }"""
    )
    assert other
    write(workbench, "here = 1\n")
    expect(workbench.locator("[data-conflict]")).to_contain_text("Another tab or device has saved a different draft")
    return workbench


def test_two_drafts_are_both_shown(two_drafts: Page) -> None:
    two_drafts.get_by_text("Look at the other one").click()
    expect(two_drafts.locator("[data-conflict] pre")).to_have_text("elsewhere = 1\n")
    assert code(two_drafts) == "here = 1\n"


@pytest.mark.parametrize(
    ("choice", "kept"), [("Keep what is here", "here = 1\n"), ("Take the other one", "elsewhere = 1\n")]
)
def test_the_chosen_draft_is_kept(two_drafts: Page, choice: str, kept: str) -> None:
    two_drafts.get_by_role("button", name=choice).click()
    saved(two_drafts)
    expect(two_drafts.locator("[data-conflict]")).to_be_hidden()
    two_drafts.evaluate("localStorage.clear()")
    two_drafts.goto(WORKBENCH)
    assert code(two_drafts) == kept


def test_a_draft_that_never_reached_the_server_is_offered_beside_a_newer_one(workbench: Page) -> None:
    write(workbench, "newer = 1\n")
    saved(workbench)
    key = workbench.evaluate("`backpass:draft:${document.querySelector('#workbench').dataset.key}`")
    lost = '{"source": "never_sent = 1\\n", "base": 1, "synced": false}'
    workbench.goto("/exercises/")
    workbench.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, lost])
    workbench.goto(WORKBENCH)
    expect(workbench.locator("[data-conflict]")).to_contain_text("never reached the server")
    workbench.get_by_role("button", name="Take the other one").click()
    expect(workbench.locator("#source")).to_have_value("never_sent = 1\n")


def test_after_submitting_the_next_save_is_no_conflict(workbench: Page) -> None:
    write(workbench, "def relu(x):\n    return x\n")
    workbench.locator("#run").click()
    expect(workbench.locator("#result [data-verdict]")).to_be_visible(timeout=30_000)
    write(workbench, "def relu(x):\n    return 2 * x\n")
    saved(workbench)
    expect(workbench.locator("[data-conflict]")).to_be_hidden()


def test_reset_can_be_undone(workbench: Page) -> None:
    write(workbench, "mine = 1\n")
    workbench.get_by_role("button", name="Reset").click()
    expect(workbench.locator("#source")).to_have_value(re.compile("NotImplementedError"))
    workbench.keyboard.press("Control+z")
    expect(workbench.locator("#source")).to_have_value("mine = 1\n")


def test_a_bug_to_put_right_comes_after_a_reset_but_not_over_a_draft(page: Page) -> None:
    bug = "/exercises/softmax/?bug=wrong_answer-numpy-axis_0"
    page.goto("/exercises/softmax/?framework=numpy")
    write(page, "mine = 1\n")
    expect(page.locator("#saved")).to_have_text("Draft saved")
    page.goto(bug)
    expect(page.locator("#source")).to_have_value("mine = 1\n")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#saved")).to_have_text("Draft saved")
    page.goto(bug)
    expect(page.locator(".cm-content")).to_contain_text("axis=0")
    expect(page.locator("main")).to_contain_text("The code with the bug stands in the editor")
