"""Papers: drawn from a seed, made in the author jail, each used once."""

import time

import numpy as np
import pytest

from grader import folder as folders
from grader.folder import FolderError
from grader.paper import Desk


@pytest.fixture
def shares(folder):
    return folders.read(folder("shares"))


def test_a_seed_gives_the_same_paper(sandbox, shares):
    desk = Desk(sandbox)
    one, two = desk.make(shares, "numpy", [5, 5])
    assert np.array_equal(one.cases[0].inputs["x"], two.cases[0].inputs["x"])
    assert np.array_equal(one.cases[0].expected, two.cases[0].expected)


def test_each_paper_ahead_is_used_once(sandbox, shares):
    desk = Desk(sandbox, ahead=3)
    seeds = [desk.paper(shares, "numpy", None).seed for _ in range(8)]
    desk.close()
    assert len(set(seeds)) == 8


def test_papers_are_prepared_before_they_are_asked_for(sandbox, shares):
    prepared = []
    desk = Desk(sandbox, ahead=2, prepare=lambda paper, folder, framework: prepared.append(paper.seed))
    first = desk.paper(shares, "numpy", None)  # nobody knew that it would be wanted
    patience = time.monotonic() + 30
    while desk._filling and time.monotonic() < patience:
        time.sleep(0.02)
    second = desk.paper(shares, "numpy", None)
    desk.close()
    assert first.seed not in prepared
    assert second.seed in prepared


def test_who_handed_in_before_a_paper_was_used_may_get_it_too(sandbox, shares):
    desk = Desk(sandbox)
    first = desk.paper(shares, "numpy", None)
    assert desk.paper(shares, "numpy", None, handed_in=time.time() - 10) is first


@pytest.mark.parametrize("ago", [0.0, 0.5, -10.0])
def test_who_may_have_heard_of_a_paper_gets_another(sandbox, shares, ago):
    desk = Desk(sandbox)
    first = desk.paper(shares, "numpy", None)
    assert desk.paper(shares, "numpy", None, handed_in=time.time() - ago).seed != first.seed


def test_of_an_unknown_time_nothing_is_believed(sandbox, shares):
    desk = Desk(sandbox)
    assert desk.paper(shares, "numpy", None).seed != desk.paper(shares, "numpy", None, handed_in=0.0).seed


def test_the_expected_value_is_that_of_the_reference(sandbox, shares):
    case = Desk(sandbox).make(shares, "numpy", [1])[0].cases[0]
    x = case.inputs["x"]
    assert np.allclose(case.expected, x / x.sum(-1, keepdims=True), rtol=1e-15)


def test_the_response_is_about_the_size_of_the_output(sandbox, shares):
    case = Desk(sandbox).make(shares, "numpy", [1])[0].cases[0]
    ratio = case.response[""] / np.abs(case.expected)
    assert 0.2 < ratio.min() <= ratio.max() < 3


def test_single_precision_is_expected_of_rounded_inputs(sandbox, shares):
    case = Desk(sandbox).make(shares, "numpy", [1])[0].cases[0]
    x = case.inputs["x"].astype(np.float32).astype(np.float64)
    assert np.allclose(case.expected32, x / x.sum(-1, keepdims=True), rtol=1e-15)


def test_the_gradient_is_that_of_the_twin(sandbox, shares):
    case = Desk(sandbox).make(shares, "torch", [1])[0].cases[0]
    x, dy = case.inputs["x"], case.upstream[""]
    s = x.sum(-1, keepdims=True)
    wanted = dy / s - (dy * x).sum(-1, keepdims=True) / s**2
    assert np.allclose(case.vjp["x"], wanted, rtol=1e-12)


def test_a_case_for_one_framework_is_left_out_of_the_other(sandbox, shares):
    desk = Desk(sandbox)
    assert len(desk.make(shares, "numpy", [1])[0].cases) == 4
    assert len(desk.make(shares, "torch", [1])[0].cases) == 3


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        ("import torch.nope\n", "ModuleNotFoundError"),
        ("import os\nreference = abs\ndef cases(rng):\n    os._exit(0)\n", "before all papers were made"),
        ("reference = abs\ndef cases(rng):\n    yield None\n", "yields no Case"),
    ],
)
def test_an_authors_mistake_is_named(sandbox, folder, cases, words):
    files = {**folder("shares"), "cases.py": cases}
    with pytest.raises(FolderError, match=words):
        Desk(sandbox).make(folders.read(files), "numpy", [1])
