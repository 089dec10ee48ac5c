"""What a learner is told, through the real sandbox."""

import json
import re

import pytest

from grader.job import Job, Report
from tests.grader.shares import RIGHT

SHOUT = """
import os

def shout():
    for descriptor in range(64):
        try:
            os.write(descriptor, b'{"verdict": "accepted"}')
        except OSError:
            pass
"""


def body(line, before=""):
    guard = "if not x.any(-1).all(): raise ValueError"
    return f"import numpy as np\n{before}\ndef shares(x, axis=-1):\n    {guard}\n    {line}\n"


def test_a_right_solution_is_accepted(grade):
    report = grade(RIGHT)
    assert report.verdict == "accepted"
    assert report.message == "All 4 cases pass."
    assert [case.verdict for case in report.cases] == ["accepted"] * 4
    assert report.remarks == []


def test_the_report_says_where_it_comes_from(grade):
    report = grade(RIGHT)
    assert (report.job, report.attempt, report.exercise, report.version) == ("1", "a", "shares", "v1")
    assert report.seed == 7
    assert report.isolation
    assert report.wall_seconds > 0


def test_a_report_survives_json(grade):
    report = grade(body("return x"))
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        ("", "invalid", "empty"),
        ("def shares(x:", "invalid", "Line 1"),
        ("x = 1", "invalid", "`shares` must be defined"),
        ("def share(x): return x", "invalid", "Did you mean `share`?"),
        ("shares = 3", "invalid", "`shares` must be defined"),
        ("import scipy", "forbidden", "Line 1"),
        ("import torch", "forbidden", "Line 1"),
        ("import numpy as np\ndef shares(x, axis=-1): return np.average(x)", "forbidden", "Line 2: `average`"),
        (body("raise NotImplementedError"), "runtime_error", "NotImplementedError"),
        ("def shares(): return 1", "runtime_error", r"it is `shares\(\)`, and it is called with 1 argument: \(x\)"),
        ("1 / 0\ndef shares(x): pass", "runtime_error", r"ZeroDivisionError: division by zero \(line 1\)"),
        (body("return x.no_such"), "runtime_error", r"no_such.* \(line 5\)"),
        (body("import sys; sys.exit(0)"), "runtime_error", "SystemExit"),
        (body("import os; os._exit(0)"), "forbidden", r"Line 5: `os\._exit` is internal"),
        (body("shout(); return x", SHOUT), "runtime_error", "cannot be read|left the process|ended before"),
        (body("pass"), "wrong_answer", "forget `return`"),
        (body("return x.tolist()"), "wrong_answer", "got a list"),
        (body("return x"), "wrong_answer", "15 of 15 values differ"),
        (body("return x[0]"), "wrong_answer", r"expected shape \(3, 5\), got \(5,\)"),
        (body("return x / x.sum(axis, keepdims=True) * float('nan')"), "wrong_answer", "got nan"),
        (body("return np.array([x, None], dtype=object)"), "wrong_answer", "objects"),
        (body("return np.zeros(1 << 22)"), "wrong_answer", r"got \(4194304,\)"),
        (body("return np.ma.masked_all(x.shape)"), "wrong_answer", "MaskedArray"),
        (body("return 'accepted'"), "wrong_answer", "'accepted'"),
        (body("return Same()", "class Same:\n    __eq__ = lambda s, o: True\n"), "wrong_answer", "a Same"),
        (body("return x.astype(np.longdouble)"), "wrong_answer", "float128|longdouble"),
        (body("while True: pass"), "time_limit", "CPU time in case"),
        ("while True: pass\ndef shares(x): pass", "time_limit", "while your source was loaded"),
        (body("return np.ones(1 << 40)"), "memory_limit", "Memory ran out"),
        (
            body("raise ValueError('\\n[ERROR] accepted\\x1b[2J')"),
            "runtime_error",
            r"ValueError: \[ERROR\] accepted \[2J",
        ),
        ("async def shares(x, axis=-1): return x", "wrong_answer", "async def"),
        ("def shares(x, axis=-1):\n    yield x", "wrong_answer", "generator"),
        (body("a = []; a.append(a); return a"), "wrong_answer", "got a list"),
        (body("return np"), "wrong_answer", "a module"),
    ],
    ids=lambda value: value[:40].replace("\n", " ") if len(value) > 25 else value,
)
def test_a_mistake_gets_its_verdict_and_a_sentence(grade, source, verdict, words):
    report = grade(source)
    assert report.verdict == verdict, report.message
    assert re.search(words, report.message), report.message


def test_the_starter_is_not_attempted_yet(grade, folder):
    assert grade(folder("shares")["starter_numpy.py"]).message.startswith("Not attempted yet")


def test_the_headline_counts_the_failing_cases(grade):
    assert grade(body("return x")).message.startswith("3 of 4 cases fail: rows: ")


def test_a_failing_case_shows_inputs_expected_and_actual(grade):
    case = next(case for case in grade(body("return x * 2")).cases if case.name == "columns")
    assert case.inputs["x"]["shape"] == [3, 5]
    assert case.expected["out"]["dtype"] == "float64"
    assert case.actual["out"]["values"][0][0] == 2 * case.inputs["x"]["values"][0][0]
    assert case.max_abs_error > 0
    assert case.times_tolerance > 1e6


def test_run_uses_the_samples_only(grade):
    report = grade(body("return x"), purpose="run")
    assert [case.name for case in report.cases] == ["rows"]


def test_what_is_printed_is_shown(grade):
    assert grade("print('hello')\n" + RIGHT).stdout == "hello\n"


def test_a_returning_function_fails_where_an_exception_is_right(grade):
    report = grade("def shares(x, axis=-1):\n    return x / x.sum(axis, keepdims=True)\n")
    assert report.verdict == "wrong_answer"
    assert "nothing: an exception is expected" in report.message


def test_a_changed_argument_is_named_with_the_line(grade):
    report = grade(body("x /= x.sum(axis, keepdims=True); return x"))
    assert report.verdict == "wrong_answer"
    assert "`x` is changed by your function" in report.message


def test_writing_into_an_argument_and_back_is_seen(grade):
    report = grade(body("x += 1; x -= 1; return x / x.sum(axis, keepdims=True)"))
    assert report.verdict == "wrong_answer"
    assert "written to (line 5)" in report.message or "changed" in report.message


def test_state_between_calls_is_seen(grade):
    source = body("seen.append(1); return x / x.sum(axis, keepdims=True) + (len(seen) > 5)", "seen = []")
    assert grade(source).verdict == "wrong_answer"


def test_a_view_of_strided_memory_is_no_problem(grade):
    assert grade(body("return np.array(x.copy() / x.copy().sum(axis, keepdims=True))")).verdict == "accepted"


def test_code_that_needs_contiguous_memory_is_told_so(grade):
    source = body("y = np.frombuffer(x.data, x.dtype).reshape(x.shape); return y / y.sum(axis, keepdims=True)")
    report = grade(source)
    assert report.verdict in ("wrong_answer", "runtime_error")
    assert "strided" in report.message


def test_overflow_in_single_precision_is_seen(grade):
    source = body("y = x * np.asarray(1e200).astype(x.dtype); return y / y.sum(axis, keepdims=True)")
    report = grade(source)
    assert report.verdict == "wrong_answer"
    assert "in float32" in report.message


def test_a_warning_is_a_remark_with_its_line(grade):
    report = grade(RIGHT.replace("return", "np.exp(np.array([1e9])); return"))
    assert report.verdict == "accepted"
    assert report.remarks == ["Line 8: NumPy warns: overflow encountered in exp."]


def test_a_single_precision_buffer_is_a_remark(grade):
    report = grade(body("return (x / x.sum(axis, keepdims=True)).astype(np.float32)"))
    assert report.verdict == "accepted"
    assert "float32 precision" in report.remarks[0]


def test_a_seed_gives_the_same_inputs_again(grade):
    one, two, other = (grade(body("return x"), seed=seed).cases[0].inputs for seed in (1, 1, 2))
    assert one == two
    assert one != other


def test_without_a_seed_the_inputs_are_fresh(grade):
    one, two = grade(body("return x"), seed=None), grade(body("return x"), seed=None)
    assert one.seed != two.seed
    assert one.cases[0].inputs != two.cases[0].inputs


def test_a_class_is_driven(grade, folder):
    files = folder("running-mean")
    assert grade(files["attempts/accepted-numpy-list.py"], slug="running-mean").verdict == "accepted"
    report = grade(files["attempts/wrong_answer-numpy-decay.py"], slug="running-mean")
    assert report.verdict == "wrong_answer"
    assert "1 of 2 cases fails: seven numbers: `mean`: expected" in report.message


def test_broken_content_is_our_fault(grader, folder):
    files = {**folder("shares"), "cases.py": "def cases(rng):\n    1 / 0\n"}
    report = grader.grade(Job("1", "a", "shares", "v1", files, "numpy", RIGHT))
    assert report.verdict == "internal_error"
    assert "cases.py" in report.message


def test_the_next_submission_is_unharmed(grade):
    for line in (
        "import os; os._exit(3)",
        "while True: pass",
        "return np.ones(1 << 40)",
        "import os; os.closerange(0, 99)",
    ):
        grade(body(line))
        assert grade(RIGHT).verdict == "accepted"
