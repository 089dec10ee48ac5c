"""A visitor writes softmax in NumPy and in PyTorch and is told what is wrong, through the real workers and jail."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.workbench import attempt, send, write


@pytest.fixture(params=["numpy", "torch"])
def framework(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workbench(page: Page, framework: str) -> Page:
    page.goto(f"/exercises/softmax/?framework={framework}")
    return page


def wrong_axis(framework: str) -> str:
    return attempt("softmax", f"wrong_answer-{framework}-axis_0")


def right(framework: str) -> str:
    return attempt("softmax", f"accepted-{framework}-shifted")


def test_a_wrong_solution_is_told_its_mistake(workbench: Page, framework: str) -> None:
    source = wrong_axis(framework)
    write(workbench, source)
    assert send(workbench, "Submit") == "wrong_answer"
    sentence = source.splitlines()[0].strip('"r')
    expect(workbench.locator(".diagnosis")).to_contain_text(sentence[:25].split("`")[0].strip())


def test_the_first_failing_case_is_open_with_input_expected_and_actual(workbench: Page, framework: str) -> None:
    write(workbench, wrong_axis(framework))
    send(workbench, "Submit")
    failing = workbench.locator(".cases > details[open]")
    expect(failing).to_have_count(1)
    for part in ("Input", "Expected", "Yours"):
        expect(failing).to_contain_text(part, ignore_case=True)


def test_a_right_solution_is_accepted_and_counts(workbench: Page, framework: str) -> None:
    write(workbench, right(framework))
    assert send(workbench, "Submit") == "accepted"
    workbench.goto("/leaderboard/")
    expect(workbench.locator("main")).to_contain_text("10")


def test_run_tries_the_samples_and_records_nothing(workbench: Page, framework: str) -> None:
    write(workbench, right(framework))
    assert send(workbench, "Run") == "accepted"
    workbench.goto("/submissions/")
    expect(workbench.locator("main a[href^='/submissions/']")).to_have_count(0)


def test_keys_run_and_submit(workbench: Page, framework: str) -> None:
    write(workbench, right(framework))
    workbench.keyboard.press("Control+Enter")
    expect(workbench.locator("#result [data-verdict=accepted]")).to_be_visible(timeout=30_000)
    expect(workbench.locator("#result")).to_contain_text("not recorded")
    workbench.keyboard.press("Control+Shift+Enter")
    expect(workbench.locator("#result [data-recorded]")).to_be_visible(timeout=30_000)


def test_an_exception_marks_the_learners_line(workbench: Page, framework: str) -> None:
    write(workbench, "def softmax(x, axis=-1):\n    return undefined_name\n")
    assert send(workbench, "Submit") == "runtime_error"
    expect(workbench.locator("#result")).to_contain_text("undefined_name")
    expect(workbench.locator(".cm-lint-marker-error, .cm-lintRange-error").first).to_be_visible()


def test_a_draft_survives_a_reload_and_belongs_to_its_framework(workbench: Page, framework: str) -> None:
    write(workbench, f"# my {framework} draft\n")
    expect(workbench.locator("#saved")).to_contain_text("saved", ignore_case=True)
    workbench.reload()
    expect(workbench.locator(".cm-content")).to_contain_text(f"my {framework} draft")
    other = "torch" if framework == "numpy" else "numpy"
    workbench.goto(f"/exercises/softmax/?framework={other}")
    expect(workbench.locator(".cm-content")).not_to_contain_text("draft")


def test_a_double_click_on_submit_makes_one_submission(workbench: Page, framework: str) -> None:
    write(workbench, right(framework))
    workbench.locator("#submit").dblclick()
    expect(workbench.locator("#result [data-verdict]")).to_be_visible(timeout=30_000)
    workbench.goto("/submissions/")
    expect(workbench.locator("main a[href^='/submissions/']")).to_have_count(1)


def test_after_back_the_code_is_still_there(workbench: Page, framework: str) -> None:
    source = right(framework)
    write(workbench, source)
    send(workbench, "Submit")
    workbench.goto("/leaderboard/")
    workbench.go_back()
    expect(workbench.locator("#source")).to_have_value(source)
