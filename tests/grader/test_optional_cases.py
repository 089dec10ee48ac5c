"""Cases for an argument that a solution may leave out, and gradients that are exactly zero."""

from pathlib import Path

import pytest

from grader.job import Job

SOFTMAX = Path(__file__).parents[2] / "exercises" / "content" / "softmax"
LAST_AXIS = """
import numpy as np
def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
"""
IGNORES_AXIS = LAST_AXIS.replace("softmax(x)", "softmax(x, axis=-1)")
ROUNDS_TO_ALMOST_ONE = """
import torch
def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e * torch.exp(-torch.log(e.sum(dim, keepdim=True)))
"""


@pytest.fixture
def judge(grader):
    files = {path.relative_to(SOFTMAX).as_posix(): path.read_text() for path in SOFTMAX.rglob("*") if path.is_file()}

    def run(source, framework="numpy"):
        return grader.grade(Job("1", "a", "softmax", "v1", files, framework, source))

    return run


def test_who_leaves_the_argument_out_is_not_asked_for_it(judge):
    report = judge(LAST_AXIS)
    assert report.verdict == "accepted"
    assert "down the columns" in report.remarks[0]
    assert "down the columns" not in [case.name for case in report.cases]


def test_who_takes_the_argument_must_use_it(judge):
    assert judge(IGNORES_AXIS).verdict == "wrong_answer"


def test_a_gradient_that_is_zero_may_be_a_rounding_away_from_it(judge):
    assert [judge(ROUNDS_TO_ALMOST_ONE, "torch").message for _ in range(3)] == ["All 9 cases pass."] * 3
