"""Own inputs: the reference and the learner run on them, and what does not fit is said by the argument's name."""

import pytest

from grader.job import Job

WHOLE = "def shares(x, axis=-1):\n    return x / x.sum()\n"
RIGHT = "def shares(x, axis=-1):\n    return x / x.sum(axis, keepdims=True)\n"


@pytest.fixture
def attempt(grade):
    def run(source=RIGHT, slug="shares", **inputs):
        return grade(source, slug=slug, purpose="try", inputs=inputs)

    return run


def test_an_own_input_gets_one_case_with_both_results(attempt):
    report = attempt(WHOLE, x=[[1, 3], [2, 2]])
    case = report.cases[0]
    assert report.verdict == "wrong_answer"
    assert len(report.cases) == 1
    assert case.name == "your input"
    assert case.expected["out"]["values"] == [[0.25, 0.75], [0.5, 0.5]]
    assert case.actual["out"]["values"] == [[0.125, 0.375], [0.25, 0.25]]
    assert case.parts == []
    assert report.purpose == "try"


def test_a_right_result_is_accepted_and_shown(attempt):
    report = attempt(x=[[1.0, 3.0]])
    assert report.verdict == "accepted"
    assert report.cases[0].actual["out"]["values"] == [[0.25, 0.75]]


def test_an_optional_argument_can_be_given(attempt):
    report = attempt(x=[[1.0, 3.0], [1.0, 1.0]], axis=0)
    assert report.cases[0].expected["out"]["values"] == [[0.5, 0.75], [0.5, 0.25]]


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({}, "`x` is missing"),
        ({"x": [[1.0]], "y": 2}, "`y` is no argument"),
        ({"axis": 0}, "`x` is missing"),
        ({"x": 3.0}, "`x` must be an array"),
        ({"x": "text"}, "`x` must hold numbers"),
        ({"x": [[1.0, 2.0], [3.0]]}, "`x` is no array: its rows have different lengths"),
        ({"x": [1.0, None]}, "`x` must hold numbers"),
        ({"x": [True, False]}, "`x` must hold numbers"),
        ({"x": [[1.0, 1.0]], "axis": 0.5}, "`axis` must be a whole number"),
        ({"x": [[1.0, 1.0]], "axis": [0]}, "`axis` must be a whole number"),
        ({"x": [[1.0, 1.0]], "axis": 10**15}, "`axis` is too large"),
        ({"x": [1.0] * 5000}, "At most 4000"),
        ({"x": [[0.0, 0.0]]}, "refuses this input: ValueError: nothing to share"),
        ({"x": [[1.0, 1.0]], "axis": 7}, "refuses this input"),
        ({"x": [10**400]}, "`x` holds a number that is too large"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_named(attempt, inputs, words):
    report = attempt(**inputs)
    assert report.verdict == "invalid"
    assert words in report.message


def test_deep_nesting_is_refused(attempt):
    deep = 1.0
    for _ in range(500):
        deep = [deep]
    assert "nested too deeply" in attempt(x=deep).message


def test_a_random_layer_is_run_and_not_judged(attempt, folder):
    source = folder("gate")["attempts/accepted-numpy-uniform.py"]
    report = attempt(source, slug="gate", x=[[1.0, 2.0]], p=0.5, rng=3)
    assert report.verdict == "accepted", report.message
    assert report.cases[0].actual


def test_a_random_generator_is_given_by_its_seed(attempt):
    report = attempt("def gate(x, p, rng): return x, x > 0", slug="gate", x=[[1.0]], p=0.5, rng="seed")
    assert "`rng` is a random generator" in report.message


def test_a_failing_call_shows_its_traceback(attempt):
    source = "def inner(x):\n    return x.no_such\ndef shares(x, axis=-1):\n    return inner(x)\n"
    frames = attempt(source, x=[[1.0]]).cases[0].traceback
    assert frames == [
        {"line": 4, "function": "shares", "text": "return inner(x)"},
        {"line": 2, "function": "inner", "text": "return x.no_such"},
    ]


def test_pytorch_too(grade):
    report = grade(WHOLE, framework="torch", purpose="try", inputs={"x": [[1.0, 3.0], [2.0, 2.0]]})
    assert report.verdict == "wrong_answer"
    assert report.cases[0].actual["out"]["values"] == [[0.125, 0.375], [0.25, 0.25]]


def test_a_job_with_inputs_survives_json():
    job = Job("1", "a", "shares", "v1", {}, "numpy", "", purpose="try", inputs={"x": [1, 2]})
    assert Job.from_dict(job.to_dict()) == job
