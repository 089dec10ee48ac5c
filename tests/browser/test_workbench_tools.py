"""Completion, own input, differences, side by side, timer, split and shortcuts, as a person uses them."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.workbench import attempt, send, write

WORKBENCH = "/exercises/softmax/?framework=numpy"


@pytest.fixture
def workbench(page: Page) -> Page:
    page.goto(WORKBENCH)
    return page


def completions(page: Page, text: str) -> list[str]:
    write(page, "")
    page.keyboard.type(text)
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete li").first.wait_for()
    return page.locator(".cm-tooltip-autocomplete .cm-completionLabel").all_text_contents()


@pytest.mark.parametrize(
    ("framework", "text", "name"),
    [
        ("numpy", "np.linalg.no", "norm"),
        ("numpy", "x.cums", "cumsum"),
        ("numpy", "rng.standard_n", "standard_normal"),
        ("numpy", "softm", "softmax"),
        ("torch", "torch.einsu", "einsum"),
        ("torch", "x.masked_f", "masked_fill"),
    ],
)
def test_names_are_completed(page: Page, framework: str, text: str, name: str) -> None:
    page.goto(f"/exercises/softmax/?framework={framework}")
    assert name in completions(page, text)


def test_a_completion_shows_its_arguments(workbench: Page) -> None:
    completions(workbench, "np.expand_di")
    expect(workbench.locator(".cm-completionDetail").first).to_contain_text("(a, axis)")


def test_own_input_is_run_against_the_reference(workbench: Page) -> None:
    write(workbench, attempt("softmax", "wrong_answer-numpy-axis_0"))
    workbench.get_by_text("Run on your own input").click()
    expect(workbench.locator(".own__body").first).not_to_contain_text("Open the form")
    if workbench.locator("[data-own-empty]").count():
        send(workbench, "Run Ctrl")
    workbench.locator("#input-x").fill("[[0.0, 0.0], [0.0, nan]]")
    assert send(workbench, "Run on this input") == "wrong_answer"
    expect(workbench.locator("#result")).to_contain_text("your own input, not recorded")
    expect(workbench.locator("#result td.nan").first).to_be_visible()


def test_an_input_that_cannot_be_read_says_why(workbench: Page) -> None:
    write(workbench, attempt("softmax", "accepted-numpy-shifted"))
    send(workbench, "Run Ctrl")
    workbench.get_by_text("Run on your own input").click()
    workbench.locator("#input-x").fill("[1, 2")
    workbench.get_by_role("button", name="Run on this input").click()
    expect(workbench.locator("#result")).to_contain_text("x: this is not Python")


def test_the_editor_is_compared_with_an_earlier_submission(workbench: Page) -> None:
    write(workbench, attempt("softmax", "wrong_answer-numpy-axis_0"))
    send(workbench, "Submit")
    write(workbench, attempt("softmax", "accepted-numpy-shifted"))
    workbench.get_by_text("Compare with").click()
    expect(workbench.locator("#against option")).to_have_count(2)
    workbench.locator("#against").select_option(index=1)
    workbench.get_by_role("button", name="Show the differences").click()
    expect(workbench.locator("#comparison ins").first).to_have_text("axis")
    expect(workbench.locator("#comparison del").first).to_be_visible()


def test_differences_can_be_read_on_a_phone(workbench: Page) -> None:
    write(workbench, attempt("softmax", "wrong_answer-numpy-axis_0"))
    send(workbench, "Submit")
    workbench.goto("/submissions/")
    workbench.locator("main table a").first.click()
    workbench.get_by_role("button", name="Compare").click()
    workbench.set_viewport_size({"width": 390, "height": 844})
    assert workbench.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    before = workbench.locator(".diff__row--changed .diff__before").first.bounding_box()
    assert before
    assert before["width"] > 250


def test_both_frameworks_have_an_editor_and_a_result(page: Page) -> None:
    page.goto("/exercises/relu/both/")
    page.set_viewport_size({"width": 1500, "height": 900})
    for number, framework in enumerate(("numpy", "torch")):
        source = (
            attempt("relu", "accepted-numpy-maximum")
            if framework == "numpy"
            else "import torch\ndef relu(x):\n    return x\n"
        )
        editor = page.locator(".cm-content").nth(number)
        editor.click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(source)
    submits = page.get_by_role("region", name=re.compile("NumPy|PyTorch")).get_by_role("button", name="Submit")
    submits.evaluate_all("(buttons) => buttons.forEach((button) => button.click())")  # both before any answer
    expect(page.locator("#result-numpy [data-verdict=accepted]")).to_be_visible(timeout=30_000)
    expect(page.locator("#result-torch [data-verdict=wrong_answer]")).to_be_visible(timeout=30_000)
    expect(page.locator("#standing")).to_contain_text("NumPy: solved")
    expect(page.locator("#standing")).to_contain_text("PyTorch: tried")


def test_the_timer_goes_on_after_a_reload(workbench: Page) -> None:
    workbench.clock.install()
    workbench.goto(WORKBENCH)
    timer = workbench.locator("[data-timer]")
    timer.locator("summary").click()
    workbench.locator("[data-timer-limit]").select_option("15")
    workbench.get_by_role("button", name="Start").click()
    workbench.clock.run_for(61_000)
    expect(timer.locator("summary")).to_contain_text("13:5")
    workbench.reload()
    expect(timer.locator("summary")).to_contain_text("13:")
    workbench.clock.run_for(15 * 60_000)
    expect(workbench.locator("[data-timer-announce]")).to_contain_text("The 15 minutes are over")
    timer.locator("summary").click()
    workbench.get_by_role("button", name="Pause").click()
    shown = timer.locator("summary").inner_text()
    workbench.clock.run_for(5000)
    assert timer.locator("summary").inner_text() == shown


def width(page: Page) -> float:
    box = page.locator("#task").bounding_box()
    assert box
    return box["width"]


def test_the_split_moves_by_key_and_by_mouse_and_is_remembered(workbench: Page) -> None:
    before = width(workbench)
    handle = workbench.get_by_role("separator", name="Width of the task")
    handle.focus()
    for _ in range(5):
        workbench.keyboard.press("ArrowRight")
    assert width(workbench) > before + 50
    box = handle.bounding_box()
    assert box
    workbench.mouse.move(box["x"] + box["width"] / 2, 300)
    workbench.mouse.down()
    workbench.mouse.move(400, 300, steps=4)
    workbench.mouse.up()
    dragged = width(workbench)
    assert dragged < before
    workbench.reload()
    assert width(workbench) == pytest.approx(dragged, abs=2)
    assert int(workbench.get_by_role("separator").get_attribute("aria-valuenow") or 0) < 40


@pytest.mark.parametrize("where", ["page", "editor", "button"])
def test_the_shortcuts_are_a_key_away(workbench: Page, where: str) -> None:
    if where == "page":
        workbench.keyboard.press("?")
    elif where == "editor":
        workbench.locator(".cm-content").click()
        workbench.keyboard.press("F1")
    else:
        workbench.locator("[data-keys]").click()
    expect(workbench.locator("#shortcuts")).to_be_visible()
    expect(workbench.locator("#shortcuts")).to_contain_text("Complete a name in the editor")


def test_the_keyboard_alone_gets_through(workbench: Page) -> None:
    workbench.locator(".cm-content").focus()
    workbench.keyboard.press("Control+a")
    workbench.keyboard.insert_text(attempt("softmax", "accepted-numpy-shifted"))
    workbench.keyboard.press("Escape")
    workbench.keyboard.press("Tab")
    expect(workbench.locator("#run")).to_be_focused()
    workbench.keyboard.press("Enter")
    expect(workbench.locator("#result [data-verdict=accepted]")).to_be_visible(timeout=30_000)


def wait_for_verdict(page: Page) -> None:
    for _ in range(30):
        if page.locator("[data-verdict]").count():
            return
        page.wait_for_timeout(500)
        page.reload()


def test_without_scripts_own_input_works(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        page.goto(WORKBENCH)
        page.locator("#source").fill(attempt("softmax", "accepted-numpy-shifted"))
        page.locator("#run").click()
        wait_for_verdict(page)
        page.goto(WORKBENCH + "&own")
        page.locator("#source").fill(attempt("softmax", "accepted-numpy-shifted"))
        page.locator("#input-x").fill("[[1.0, 2.0]]")
        page.get_by_role("button", name="Run on this input").click()
        wait_for_verdict(page)
        expect(page.locator("main")).to_contain_text("The same as the reference")
