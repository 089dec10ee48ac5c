"""The parts of a result are judged one by one, and the first step that went wrong is named."""

import numpy as np
import pytest

from grader import parts
from grader.examine import Examined
from grader.finding import Finding
from grader.job import CaseReport
from grader.paper import Case, Paper


def case(expected, **more):
    facts = {"strict": False, "extreme": False, "kink": False, "raises": False, "sample": False}
    return Case("c", "f", {"x": np.arange(12.0).reshape(3, 4)}, {}, **facts, expected=expected, **more)


def paper(*names):
    return Paper(0, [], [], [], {"": list(names)}, [], {})


def table(expected, actual, *names, **more):
    found = Examined(case(expected, **more), output=actual, gradients=more.get("gradients"))
    return [(row["name"], row["verdict"], row["says"]) for row in parts.table(paper(*names), "numpy", found)]


def test_each_output_is_judged_alone(rng):
    dx, dw, db = rng.normal(size=(3, 4)), rng.normal(size=(4, 4)), rng.normal(size=4)
    assert table((dx, dw, db), (dx, dw.T, 3 * db), "dx", "dw", "db") == [
        ("dx", "right", "right"),
        ("dw", "wrong", "transposed"),
        ("db", "wrong", "off by a factor of 3: n, with n = 3 the size of axis 0 of `x`"),
    ]


def test_nested_outputs_are_named_by_their_place(rng):
    w, b = rng.normal(size=(2, 3)), rng.normal(size=3)
    rows = table((1.5, [(w, b)]), (1.5, [(w, -b)]), "loss", "grads")
    assert [row[:2] for row in rows] == [("loss", "right"), ("grads[0][0]", "right"), ("grads[0][1]", "wrong")]
    assert rows[2][2] == "the wrong sign"


def test_what_is_missing_is_said(rng):
    y = rng.normal(size=3)
    assert table({"a": y, "b": y}, {"a": y}, "out")[1] == ("b", "missing", "missing")
    assert table((y, y), y, "one", "two") == [("one", "missing", "missing"), ("two", "missing", "missing")]


def test_nan_is_named_with_its_place():
    assert table(np.ones(3), np.array([1.0, np.nan, 1.0]), "out") == [("out", "wrong", "nan at (1,)")]


def test_a_shape_is_told():
    assert table(np.ones(3), np.ones((2, 2)), "out")[0][2] == "expected shape (3,), got (2, 2)"


def test_figures_stand_in_the_table():
    row = parts.table(paper("out"), "numpy", Examined(case(np.ones(3)), output=np.array([1.0, 1.5, 1.0])))[0]
    assert row["shape"] == [3]
    assert row["max_abs_error"] == 0.5
    assert row["times_tolerance"] > 1e9


def test_gradients_through_the_graph_have_rows(grade, folder):
    source = folder("shares")["attempts/wrong_answer-torch-detached.py"]
    report = grade(source, framework="torch")
    rows = next(case.parts for case in report.cases if case.parts)
    assert [(row["name"], row["verdict"]) for row in rows] == [("out", "right"), ("gradient of x", "wrong")]


def found(call, *, wrong):
    one = Examined(Case(f"of {call}", call, {}, {}, **dict.fromkeys(FLAGS, False)))
    one.findings = [Finding("values", "it differs")] if wrong else []
    return one


FLAGS = ("strict", "extreme", "kink", "raises", "sample")


def test_the_first_of_several_functions_is_named():
    examined = [found("backward", wrong=True), found("forward", wrong=True)]
    assert parts.first_wrong(("forward", "backward"), examined, [])["step"] == "forward"
    examined = [found("backward", wrong=True), found("forward", wrong=False)]
    assert parts.first_wrong(("forward", "backward"), examined, [])["step"] == "backward"


@pytest.mark.parametrize(
    ("names", "wrong", "first"),
    [
        (["h", "c"], {"c"}, "c"),
        (["z1", "a1", "z2"], {"a1", "z2"}, "a1"),
        (["dW1", "db1", "dW2", "db2"], {"dW1", "dW2", "db1"}, "dW2"),
        (["h"], {"h"}, None),
    ],
)
def test_the_first_wrong_part_is_named(names, wrong, first):
    rows = [{"name": name, "verdict": "wrong" if name in wrong else "right", "says": "so"} for name in names]
    told = parts.first_wrong(("f",), [found("f", wrong=True)], [CaseReport("c", "wrong_answer", parts=rows)])
    assert (told and told["step"]) == first
