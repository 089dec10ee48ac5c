"""What a result shows in the real page: heat maps, slices, parts, tracebacks, changes, sharing; clean in every size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console
from tests.browser.workbench import attempt, send, write

NUMPY = "/exercises/softmax/?framework=numpy"
ERROR = """import numpy as np

def shift(x):
    return y - x

def softmax(x, axis=-1):
    print("hello")
    return shift(x)
"""


def submit(page: Page, slug: str, framework: str, source: str) -> str:
    page.goto(f"/exercises/{slug}/?framework={framework}")
    write(page, source)
    return send(page, "Submit")


def test_expected_yours_and_error_are_heat_maps(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    opened = page.locator(".cases > details[open]")
    captions = opened.locator("[data-maps] caption").all_inner_texts()[:3]
    assert [caption.split()[0] for caption in captions] == ["Expected", "Yours", "Error"]
    worst = opened.locator("td.worst")
    expect(worst).to_have_count(2)
    assert "rgba(0, 0, 0, 0)" not in worst.first.evaluate("cell => getComputedStyle(cell).backgroundColor")
    expect(opened).to_contain_text("Furthest off at")


def test_the_same_cell_is_pointed_at_in_all_three(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    page.locator(".cases > details[open] [data-maps] td").nth(7).hover()
    expect(page.locator("td.same")).to_have_count(3)


def test_slices_of_more_axes_are_chosen(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    case = page.locator(".cases > details", has_text="last of three axes")
    case.locator("summary").first.click()
    choice = case.get_by_label("Slice").first
    shown = case.locator(".output [data-slice]:not([hidden])")
    expect(shown).to_have_count(1)
    other = choice.locator("option").nth(1).get_attribute("value")
    choice.select_option(other)
    expect(shown).to_have_attribute("data-slice", other or "")


def test_a_folded_case_is_shown_without_scripts_too(page: Page, browser: Browser, site: Site) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    address = page.locator(".cases > details:not([open]) a").first.get_attribute("href")
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        context.add_cookies([cookie for cookie in page.context.cookies() if cookie["name"] == "sessionid"])  # type: ignore[misc]
        plain = context.new_page()
        plain.goto(address or "")
        expect(plain.locator(".cases > details[open]")).to_have_count(2)
        expect(plain.locator(".cases > details[open]").last.locator("table.cells").first).to_be_visible()


def test_gradients_are_a_table_and_the_first_wrong_step_is_named(page: Page) -> None:
    source = attempt("affine-forward-backward", "wrong_answer-numpy-bias_mean")
    submit(page, "affine-forward-backward", "numpy", source)
    expect(page.locator("table.parts th[scope=row]")).not_to_have_count(0)
    expect(page.locator(".first-wrong")).to_contain_text("First wrong step")


def test_the_smallest_input_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    page.locator(".smallest").get_by_role("button", name="Copy as Python").click()
    expect(page.locator(".smallest").get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "import numpy as np" in copied
    compile(copied, "copied", "exec")


def test_a_traceback_leads_into_the_editor(page: Page) -> None:
    assert submit(page, "softmax", "numpy", ERROR) == "runtime_error"
    frames = page.locator(".cases > details[open] .traceback li")
    expect(frames).to_have_count(2)
    expect(frames.last).to_contain_text("return y - x")
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    frames.last.get_by_role("link").click()
    expect(page.locator(".cm-activeLine")).to_have_text("    return y - x")
    expect(page.locator(".stdout")).to_contain_text("What your code printed")


def test_the_lines_of_a_submission_have_addresses(page: Page) -> None:
    submit(page, "softmax", "numpy", ERROR)
    page.goto("/submissions/")
    page.locator("main table a").first.click()
    page.locator(".traceback a", has_text="line 4").first.click()
    expect(page.locator("#line-4")).to_be_in_viewport()


def test_the_mistake_leads_to_its_question(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    page.get_by_role("link", name="The question behind it").click()
    assert "/questions/" in page.url
    expect(page.locator("h1")).to_be_visible()


def test_it_says_what_was_fixed_and_shows_the_change(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))
    write(page, attempt("softmax", "accepted-numpy-shifted"))
    send(page, "Submit")
    expect(page.locator(".changes")).to_contain_text("fixed: square")
    page.get_by_role("link", name="What you changed").click()
    expect(page.locator(".diff ins").first).to_be_visible()
    number, line = (page.locator(f".diff__{part}").first.bounding_box() for part in ("number", "before"))
    assert number
    assert line
    assert line["width"] > 5 * number["width"]


def test_a_solution_is_shared_and_taken_back(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "accepted-numpy-shifted"))
    page.get_by_role("button", name="Without my name").click()
    expect(page.locator(".share")).to_contain_text("Others who have solved this can read it, without your name")
    page.get_by_role("link", name="How others solved it").click()
    expect(page.locator(".solutions").first).to_contain_text("yours")
    page.go_back()
    page.goto("/submissions/")
    page.locator("main table a").first.click()
    page.get_by_role("button", name="Stop sharing").click()
    expect(page.get_by_role("button", name="Without my name")).to_be_visible()


def test_where_events_do_not_come_through_it_looks_again(page: Page) -> None:
    page.route("**/events*", lambda route: route.fulfill(status=404, body=""))
    assert submit(page, "softmax", "numpy", attempt("softmax", "accepted-numpy-shifted")) == "accepted"


def test_hints_come_one_by_one_without_a_reload(page: Page) -> None:
    page.goto(NUMPY)
    write(page, "unsent = 1\n")
    page.get_by_role("button", name="Show hint 1").click()
    expect(page.locator(".hint")).to_have_count(1)
    page.get_by_role("button", name="Show hint 2").click()
    expect(page.locator(".hint")).to_have_count(2)
    expect(page.locator("#source")).to_have_value("unsent = 1\n")


def wrong_softmax(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "wrong_answer-numpy-axis_0"))


def backward_pass(page: Page) -> None:
    submit(page, "affine-forward-backward", "torch", attempt("affine-forward-backward", "wrong_answer-torch-bias_mean"))


def failure(page: Page) -> None:
    submit(page, "softmax", "numpy", ERROR)


def solved(page: Page) -> None:
    submit(page, "softmax", "numpy", attempt("softmax", "accepted-numpy-shifted"))


def side_by_side(page: Page) -> None:
    solved(page)
    page.goto("/exercises/softmax/both/")


def solutions(page: Page) -> None:
    solved(page)
    page.goto("/exercises/softmax/solutions/")


def differences(page: Page) -> None:
    wrong_softmax(page)
    page.goto("/submissions/")
    page.locator("main table a").first.click()
    page.get_by_role("button", name="Compare").click()


STATES = [wrong_softmax, backward_pass, failure, solved, side_by_side, solutions, differences]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("arrive", STATES, ids=lambda arrive: arrive.__name__)
def test_it_is_clean(browser: Browser, site: Site, arrive: Callable[[Page], None], size: str, scheme: str) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        problems = watch_console(page)
        arrive(page)
        for details in page.locator(".result details:not([open]) > summary").all()[:6]:
            if details.is_visible():
                details.click()
        assert accessibility_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert problems == []


def test_the_workbench_weighs_less_than_450_kb(browser: Browser, site: Site) -> None:
    with browser.new_context(base_url=site.address) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        names: dict[str, str] = {}
        sizes: dict[str, float] = {}
        session.on(
            "Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]})
        )
        session.on(
            "Network.loadingFinished",
            lambda event: sizes.update({names[event["requestId"]]: event["encodedDataLength"]}),
        )
        page.goto(NUMPY)
        page.wait_for_load_state("networkidle")
        assert 100_000 < sum(sizes.values()) < 450_000, sizes
