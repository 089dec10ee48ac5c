"""The pages of submissions: whose they are, and what they show."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from exercises.models import Exercise, Submission
from quiz.people.models import User

CASE = {
    "name": "rows",
    "verdict": "wrong_answer",
    "message": "1 of 2 values differ; largest at (1,): expected 4.0, got 5.0",
    "inputs": {"x": {"dtype": "float64", "shape": [2], "values": [1.0, 2.0]}},
    "expected": {"out": {"dtype": "float64", "shape": [2], "values": [3.0, 4.0]}},
    "actual": {"out": {"dtype": "float64", "shape": [2], "values": [3.0, 5.0]}},
    "max_abs_error": 1.0,
    "times_tolerance": 1e9,
    "index": [1],
    "output": "out",
}
PASSED = {"name": "columns", "verdict": "accepted"}
WRONG = {
    "verdict": "wrong_answer",
    "message": "1 of 2 cases fail: rows: 1 of 2 values differ",
    "diagnosis": {"slug": "axis_0", "sentence": "You sum over `axis` 0."},
    "cases": [PASSED, CASE],
    "stdout": "<b>hello</b>",
    "remarks": ["Line 3: NumPy warns."],
}


@pytest.fixture
def submission(exercise: Exercise, alice: User) -> Submission:
    return make(exercise, alice)


def make(exercise: Exercise, user: User, report: dict[str, Any] | None = None, **more: Any) -> Submission:
    report = report or WRONG
    values = {"version": exercise.version, "framework": "numpy", "source": "x = 1", "verdict": report["verdict"]}
    return Submission.objects.create(user=user, exercise=exercise, report=report, **{**values, **more})


def shown(client: Client, submission: Submission) -> str:
    answer = client.get(submission.get_absolute_url())
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("page", ["submission", "result", "events"])
def test_a_stranger_does_not_find_it(client: Client, bob: User, submission: Submission, page: str) -> None:
    client.force_login(bob)

    assert client.get(reverse(f"exercises:{page}", args=[submission.pk])).status_code == 404


def test_a_visitor_does_not_find_it(client: Client, submission: Submission) -> None:
    assert client.get(submission.get_absolute_url()).status_code == 404


def test_staff_may_look(client: Client, submission: Submission) -> None:
    client.force_login(User.objects.create_user("staff", is_staff=True))

    assert "by alice" in shown(client, submission)


def test_it_says_the_sentence_and_the_mistake(as_alice: Client, submission: Submission) -> None:
    page = shown(as_alice, submission)

    assert "1 of 2 cases fail: rows: 1 of 2 values differ" in page
    assert "You sum over <code>axis</code> 0." in page


def test_the_first_case_that_fails_is_open(as_alice: Client, submission: Submission) -> None:
    assert 'class="case case--bad" open>' in shown(as_alice, submission)


def test_the_inside_of_a_folded_case_is_fetched(as_alice: Client, exercise: Exercise, alice: User) -> None:
    second = CASE | {
        "name": "tall",
        "index": None,
        "actual": {"out": {"dtype": "float64", "shape": [2], "values": [3.0, 123.0]}},
    }
    submission = make(exercise, alice, WRONG | {"cases": [CASE, second]})
    address = reverse("exercises:case", args=[submission.pk, 2])

    assert ">123.<" not in shown(as_alice, submission)
    assert f'hx-get="{address}"' in shown(as_alice, submission)
    assert ">123.<" in as_alice.get(address).content.decode()
    assert ">123.<" in as_alice.get(f"{submission.get_absolute_url()}?case=2").content.decode()


@pytest.mark.parametrize("number", [0, 3])
def test_a_case_that_is_not_there_is_not_found(as_alice: Client, submission: Submission, number: int) -> None:
    assert as_alice.get(reverse("exercises:case", args=[submission.pk, number])).status_code == 404


@pytest.mark.parametrize("asked", ["", "0", "3", "-1", "x", "²", "9" * 9])
def test_a_page_that_asks_for_no_such_case_is_the_page(as_alice: Client, submission: Submission, asked: str) -> None:
    page = as_alice.get(f"{submission.get_absolute_url()}?case={asked}")

    assert page.content.decode().count("open>") == shown(as_alice, submission).count("open>")


def test_a_stranger_does_not_find_a_case(client: Client, bob: User, submission: Submission) -> None:
    client.force_login(bob)

    assert client.get(reverse("exercises:case", args=[submission.pk, 2])).status_code == 404


def test_the_worst_cell_is_marked_and_named(as_alice: Client, submission: Submission) -> None:
    page = shown(as_alice, submission)

    assert 'worst">5.<span class="visually-hidden"> (the worst)' in page
    assert (
        "Furthest off at <code>[1]</code>: expected <code>4.</code>, got <code>5.</code>, error <code>1</code>" in page
    )


def test_shape_and_dtype_come_before_the_values(as_alice: Client, exercise: Exercise, alice: User) -> None:
    flat = {"dtype": "float32", "shape": [1], "values": [1.0]}
    case = CASE | {"actual": {"out": flat}, "index": None, "message": "expected shape (2,), got (1,)"}
    page = shown(as_alice, make(exercise, alice, WRONG | {"cases": [case]}))

    assert page.index("shape: expected (2,), got (1,)") < page.index("dtype: expected float64, got float32")
    assert page.index("dtype: expected float64, got float32") < page.index('<table class="cells">')


def test_parts_are_a_table(as_alice: Client, exercise: Exercise, alice: User) -> None:
    parts = [
        {"name": "dw1", "verdict": "right", "shape": [3, 4], "max_abs_error": 0.0, "times_tolerance": 0.0},
        {"name": "db1", "verdict": "wrong_answer", "shape": [4], "max_abs_error": 0.75, "times_tolerance": 1e6,
         "says": "off by a factor of 5, the batch size"},
    ]  # fmt: skip
    page = shown(as_alice, make(exercise, alice, WRONG | {"cases": [CASE | {"parts": parts}]}))

    assert "off by a factor of 5, the batch size" in page
    assert '<code>dw1</code></th><td class="nowrap">(3, 4)</td>' in page


def test_a_list_of_arrays_is_compared_one_by_one(as_alice: Client, exercise: Exercise, alice: User) -> None:
    right, wrong = ({"dtype": "float64", "shape": [1], "values": [value]} for value in (1.0, 2.0))
    case = CASE | {
        "expected": {"grads": {"dtype": "list", "shape": None, "values": {"[0]": right, "[1]": right}}},
        "actual": {"grads": {"dtype": "list", "shape": None, "values": {"[0]": right, "[1]": wrong}}},
        "output": "grads[1]",
        "index": [0],
    }
    page = shown(as_alice, make(exercise, alice, WRONG | {"cases": [case]}))

    assert '<code class="output__name">grads[1]</code>' in page
    assert "As expected: <code>grads[0]</code>" in page


def test_the_smallest_input_can_be_copied(as_alice: Client, exercise: Exercise, alice: User) -> None:
    smallest = {
        "case": "rows",
        "inputs": CASE["inputs"],
        "expected": CASE["expected"],
        "actual": CASE["actual"],
        "message": "expected 1, got 2",
        "snippet": "import numpy as np\nprint(softmax(np.array([1.0])))",
    }
    page = shown(as_alice, make(exercise, alice, WRONG | {"smallest": smallest}))

    assert "The smallest input that still fails" in page
    assert "data-copy-source>import numpy as np" in page


def test_the_first_wrong_step_is_named(as_alice: Client, exercise: Exercise, alice: User) -> None:
    report = WRONG | {"first_wrong": {"step": "the shifted logits", "says": "they are not shifted"}}

    assert "<code>the shifted logits</code>: they are not shifted" in shown(as_alice, make(exercise, alice, report))


def test_a_traceback_leads_to_the_learners_lines(as_alice: Client, exercise: Exercise, alice: User) -> None:
    frames = [{"line": 9, "function": "softmax", "text": "return shift(x)"},
              {"line": 4, "function": "shift", "text": "return y"}]  # fmt: skip
    case = {"name": "rows", "verdict": "runtime_error", "message": "NameError: y (line 4)", "traceback": frames}
    page = shown(as_alice, make(exercise, alice, {"verdict": "runtime_error", "message": "NameError", "cases": [case]}))

    assert page.index('href="#line-9"') < page.rindex('href="#line-4"')
    assert page.index('data-mark="4"') < page.index('data-mark="9"')
    assert 'id="line-1"' in page


def test_the_speed_is_a_multiple_of_the_references(as_alice: Client, exercise: Exercise, alice: User) -> None:
    report = {
        "verdict": "accepted",
        "message": "",
        "cases": [PASSED],
        "speed": {"ratio": 1.84, "low": 1.7, "high": 2.0, "rounds": 9},
    }

    assert "1.8×</strong> the reference" in shown(as_alice, make(exercise, alice, report))


def test_what_the_code_printed_is_text(as_alice: Client, submission: Submission) -> None:
    assert "&lt;b&gt;hello&lt;/b&gt;" in shown(as_alice, submission)


def test_a_waiting_page_looks_again_without_script(as_alice: Client, submission: Submission) -> None:
    Submission.objects.update(verdict="", report=None)
    page = shown(as_alice, submission)

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page


def test_a_finished_page_does_not(as_alice: Client, submission: Submission) -> None:
    assert "http-equiv" not in shown(as_alice, submission)


def test_a_line_in_the_message_is_marked(as_alice: Client, exercise: Exercise, alice: User) -> None:
    error = {"verdict": "runtime_error", "message": "NameError: name 'y' is not defined (line 5)", "cases": []}

    assert 'data-mark="5"' in shown(as_alice, make(exercise, alice, error))


def test_not_attempted_yet_is_no_failure(as_alice: Client, exercise: Exercise, alice: User) -> None:
    report = {"verdict": "runtime_error", "message": "Not attempted yet: it raises NotImplementedError.", "cases": []}
    page = shown(as_alice, make(exercise, alice, report))

    assert "result--warn" in page
    assert "stopped with an error" not in page


def test_it_says_what_was_fixed_and_what_broke(as_alice: Client, exercise: Exercise, alice: User) -> None:
    before = make(exercise, alice)
    failed, fixed = {**PASSED, "verdict": "wrong_answer"}, {"name": "rows", "verdict": "accepted"}
    page = shown(as_alice, make(exercise, alice, WRONG | {"cases": [failed, fixed]}))

    assert "fixed: rows" in page
    assert "broke: columns" in page
    assert f"?against={before.pk}" in page


def test_another_framework_is_not_compared_with(as_alice: Client, exercise: Exercise, alice: User) -> None:
    make(exercise, alice, framework="torch")

    assert "your last attempt" not in shown(as_alice, make(exercise, alice))


def test_old_reports_are_shown(as_alice: Client, exercise: Exercise, alice: User) -> None:
    bare = {
        "verdict": "wrong_answer",
        "message": "1 of 1 cases fail",
        "cases": [{"name": "a", "verdict": "wrong_answer"}],
    }

    assert "1 of 1 cases fail" in shown(as_alice, make(exercise, alice, bare))


def test_after_an_acceptance_comes_the_other_framework(as_alice: Client, exercise: Exercise, alice: User) -> None:
    done = make(exercise, alice, {"verdict": "accepted", "message": "All pass.", "cases": []})

    assert "Now in PyTorch" in shown(as_alice, done)


def test_the_history_lists_what_was_submitted(as_alice: Client, submission: Submission, bob: User) -> None:
    make(submission.exercise, bob)
    make(submission.exercise, submission.user, purpose="run")

    assert list(as_alice.get("/submissions/").context["page"]) == [submission]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?verdict=accepted", 0),
        ("?verdict=wrong_answer", 1),
        ("?exercise=softmax", 1),
        ("?exercise=relu", 0),
        ("?page=9", 1),
    ],
)
def test_the_history_can_be_narrowed(as_alice: Client, submission: Submission, query: str, count: int) -> None:
    assert len(as_alice.get(f"/submissions/{query}").context["page"]) == count


def test_a_visitor_has_an_empty_history(client: Client, db: None) -> None:
    assert "Nothing here yet" in client.get("/submissions/").content.decode()
