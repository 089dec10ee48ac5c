"""Lanes besides the plain one: half precision as a remark, the graph checked, one row alone, results that are kept."""

from dataclasses import replace

import numpy as np
import pytest

from grader import claims as claiming
from grader import examine
from grader import folder as folders
from grader import plan as plans
from grader.job import Job
from grader.judge import asked_of
from grader.paper import Desk
from grader.plan import Run
from grader.rules import Rules
from grader.sandbox import Limits, wire
from grader.sandbox.inputs import rounded
from tests.grader.shares import RIGHT

TORCH = "import torch\ndef shares(x, axis=-1):\n    return x / x.sum(axis, keepdim=True)\n"


NEARLY_CERTAIN = {
    "exercise.yaml": """
title: t
topic: losses
difficulty: easy
summary: s
entry: [doubt]
frameworks: [numpy]
""",
    "cases.py": """
from grader.cases import Case

def reference(z):
    import numpy as np
    return 1 - 1 / (1 + np.exp(-z))

def cases(rng):
    yield Case("nearly certain", z=rng.uniform(9, 12, size=(3, 5)))
""",
}


@pytest.fixture(scope="module")
def papers(sandbox, folder):
    shares = folders.read(folder("shares"))
    return {framework: Desk(sandbox).make(shares, framework, [3])[0] for framework in ("numpy", "torch")}


def test_one_small_case_is_asked_in_half_precision(papers):
    asked = {name: [set(case.halves) for case in paper.cases if case.halves] for name, paper in papers.items()}
    assert asked == {"numpy": [{"float16"}], "torch": [{"float16", "bfloat16"}]}


@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
def test_rounding_keeps_the_shape(rng, shape, dtype):
    value = np.asarray(rng.normal(size=shape))
    found = rounded(value, dtype)
    assert type(found) is np.ndarray
    assert found.shape == shape
    assert found.dtype == np.float64
    assert (np.abs(found - value) <= 2.0**-8 * np.abs(value)).all()
    assert (rounded(found, dtype) == found).all()


def test_one_case_has_a_row_alone(papers):
    alone = [case for case in papers["numpy"].cases if case.alone is not None]
    assert len(alone) == 1
    assert alone[0].alone["inputs"]["x"].shape == (1, *alone[0].inputs["x"].shape[1:])


def test_the_graph_of_one_case_is_checked(papers):
    assert [case.gradcheck for case in papers["torch"].cases].count(True) == 1
    assert not any(case.gradcheck for case in papers["numpy"].cases)


@pytest.mark.parametrize(("source", "framework"), [(RIGHT, "numpy"), (TORCH, "torch")])
def test_a_right_solution_passes_all_lanes_without_a_remark(grade, source, framework):
    report = grade(source, framework=framework)
    assert report.verdict == "accepted", report.message
    assert report.remarks == []


def test_trouble_in_half_precision_is_a_remark(grade):
    source = RIGHT.replace("return x / total", "return (x * 40000) / (total * 40000)")
    report = grade(source)
    assert report.verdict == "accepted"
    assert any("In float16, `out`" in remark and "overflow" in remark for remark in report.remarks)


def test_an_exception_in_half_precision_is_a_remark(grade):
    source = TORCH.replace("return", "assert x.dtype != torch.bfloat16\n    return")
    report = grade(source, framework="torch")
    assert report.verdict == "accepted"
    assert any("In bfloat16 your function raises AssertionError (line 3)" in remark for remark in report.remarks)


def test_a_function_that_needs_a_second_row_is_found(grade):
    source = RIGHT.replace("    total", "    if len(x) == 1: return x[0] / x.sum()\n    total", 1)
    report = grade(source)
    assert report.verdict == "wrong_answer"
    assert "the last row of the batch alone: expected shape (1, " in report.message


def test_rows_that_know_of_one_another_are_found(grade):
    source = RIGHT.replace("return x / total", "return x / total + (len(x) == 1)")
    assert "the last row of the batch alone" in grade(source).message


FUNCTION = """
import torch

class Share(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, axis):
        ctx.axis = axis
        ctx.save_for_backward(x)
        return x / x.sum(axis, keepdim=True)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        total = x.sum(ctx.axis, keepdim=True)
        asked.append(1)
        return (grad - (grad * x / total).sum(ctx.axis, keepdim=True)) / total * FACTOR, None

asked = []

def shares(x, axis=-1):
    return Share.apply(x, axis)
"""


def test_a_graph_of_ones_own_may_be_right(grade):
    assert grade(FUNCTION.replace("FACTOR", "1"), framework="torch").verdict == "accepted"


def test_a_graph_that_belongs_to_other_values_is_found(grade):
    report = grade(FUNCTION.replace("FACTOR", "1.5"), framework="torch")
    assert report.verdict == "wrong_answer"
    assert "the gradient of `x` through your function" in report.message


def test_only_a_graph_that_the_source_has_a_hand_in_is_checked(papers, folder):
    for text, checked in ((FUNCTION, 1), (TORCH, 0)):
        asked = asked_of(papers["torch"], text)
        plan = plans.make(folders.read(folder("shares")), "torch", asked, Rules("torch", ()))
        assert sum(run.lane == "gradcheck" for run in plan.runs) == checked


def test_a_paper_is_planned_once_for_all_sources_that_are_asked_the_same(papers, folder):
    shares = folders.read(folder("shares"))
    renamed = TORCH.replace("x", "values")
    plans_made = [
        plans.make(shares, "torch", asked_of(papers["torch"], text), rules)
        for text, rules in (
            (TORCH, Rules("torch", ())),
            (renamed, Rules("torch", ())),
            (FUNCTION, Rules("torch", ())),
            (TORCH, Rules("torch", ("softmax",))),
        )
    ]
    assert plans_made[0] is plans_made[1]
    assert len({id(plan) for plan in plans_made}) == 3


def test_what_cancels_inside_a_right_formula_is_forgiven_in_float32(grader):
    """1 - p is off by the roundoff of p, however small it is: far more than its response to its input would allow."""
    for line, verdict in (("1 - 1 / (1 + np.exp(-z))", "accepted"), ("np.exp(-z)", "wrong_answer")):
        source = f"import numpy as np\ndef doubt(z):\n    return {line}\n"
        report = grader.grade(Job("1", "a", "doubt", "v", NEARLY_CERTAIN, "numpy", source, 7))
        assert report.verdict == verdict, report.message


def test_which_calls_are_recorded_cannot_be_foreseen(papers, folder):
    shares, rules = folders.read(folder("shares")), Rules("torch", ("softmax",))
    chosen = set()
    for seed in range(6):
        plan = plans.make(shares, "torch", replace(papers["torch"], seed=seed), rules)
        recorded = plan.payload["runs"][:, -1].nonzero()[0]
        assert {plan.runs[i].lane for i in recorded} == {"plain"}
        assert len(recorded) >= plans.RECORDED
        chosen.add(tuple(plan.runs[i].case for i in recorded))
    assert len(chosen) > 1


def test_what_only_remarks_come_from_is_never_called_first(papers, folder):
    """Who answers wrongly only once, in the first call, would be accepted."""
    shares = folders.read(folder("shares"))
    for seed in range(40):
        plan = plans.make(shares, "torch", replace(papers["torch"], seed=seed), Rules("torch", ()))
        assert plan.runs[0].lane not in ("float16", "bfloat16", "gradcheck")


def test_nothing_is_recorded_where_nothing_is_forbidden(papers, folder):
    plan = plans.make(folders.read(folder("shares")), "torch", papers["torch"], Rules("torch", ()))
    assert not plan.payload["runs"][:, -1].any()


def test_gradcheck_alone_finds_what_belongs_to_other_values(sandbox, folder, papers):
    """The gradients are what is wanted, and the values are not what they are the gradients of."""
    shares = folders.read(folder("shares"))
    source = FUNCTION.replace("FACTOR", "1.5")
    paper = replace(papers["torch"], cases=[case for case in papers["torch"].cases if case.gradcheck])
    plan = plans.of_runs(shares, "torch", paper, Rules("torch", ()), [Run(0, "plain"), Run(0, "gradcheck")])
    outcome = sandbox.run("torch", plan.encoded([source]), Limits())
    _, claims = claiming.sort(wire.frames(outcome.results)[0])
    found = examine.examine(paper, plan, "torch", claims)[0]
    assert [finding.claim for finding in found.findings] == ["gradcheck"]


def test_a_result_that_a_later_call_overwrites_is_found(grade):
    source = RIGHT.replace("def shares", "kept = {}\n\ndef shares").replace(
        "return x / total",
        "out = kept.setdefault((x.shape, x.dtype.char), np.empty_like(x))\n    out[...] = x / total\n    return out",
    )
    reports = [grade(source, seed=seed) for seed in range(1, 4)]  # the case of an exception is chosen at times
    assert any("what an earlier call returned is changed" in report.message for report in reports)


def test_a_result_that_is_kept_unchanged_is_no_problem(grade):
    source = RIGHT.replace("def shares", "kept = {}\n\ndef shares").replace(
        "return x / total", "return kept.setdefault((x.tobytes(), x.strides, x.dtype), x / total)"
    )
    assert grade(source).verdict == "accepted"
