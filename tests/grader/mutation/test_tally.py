"""Mutants under a folder's cases: killed, alive, marked as equivalent; one that hangs costs only itself."""

import time

import pytest

from grader import folder as folders
from grader.mutation import mutate

CASES = """
from grader.cases import Case
import numpy as np

def cases(rng):
    yield Case("rows", x=rng.normal(size=(3, 4)))
"""
STARTER = "def ask(x):\n    raise NotImplementedError\n"


@pytest.fixture
def tally(grader):
    """The tally of a reference under one case; more cases and marks as given."""

    def run(reference, more="", marks="", cases=CASES):
        files = {
            "exercise.yaml": "entry: [ask]\nframeworks: [numpy]\n",
            "starter_numpy.py": STARTER,
            "cases.py": cases + more + "\n\ndef reference(x):\n    " + reference + "\n",
        }
        files |= {"equivalent.yaml": marks} if marks else {}
        return mutate(grader, folders.read(files))

    return run


def test_a_missing_case_leaves_a_survivor_and_the_case_kills_it(tally):
    weak = tally("return np.maximum(x, 0) if x.ndim == 2 else x * 2")
    assert "no case kills the mutant reference: return np.maximum(x, 0) if x.ndim == 2 else x / 2" in "\n".join(
        weak.problems
    )
    strong = tally(
        "return np.maximum(x, 0) if x.ndim == 2 else x * 2", '    yield Case("vector", x=rng.normal(size=4))'
    )
    assert strong.survivors == []
    assert strong.problems == []
    assert strong.kill_rate == 1
    assert strong.smallest_ratio > 100


def test_a_mark_excuses_a_survivor_and_nothing_else(tally):
    reference = "return np.where(x >= 0, x, 0)"
    name = "reference: return np.where(x > 0, x, 0)"
    assert tally(reference).survivors == [f"{name}   (was: {reference})"]
    marked = tally(reference, marks=f"- because: at 0 both are 0\n  mutants: ['{name}']\n")
    assert (marked.survivors, marked.problems, marked.marked, marked.kill_rate) == ([], [], 1, 1)


@pytest.mark.parametrize("name", ["reference: return x - 1", "reference: return something else"])
def test_a_mark_of_what_does_not_survive_is_a_problem(tally, name):
    found = tally("return x + 1", marks=f"- because: no reason at all\n  mutants: ['{name}']\n")
    assert found.problems == [f"equivalent.yaml: no such mutant survives: {name}"]


@pytest.mark.parametrize(
    "marks", ["mutants: 3", "- because: ''\n  mutants: [a]", "- mutants: [a]", "- {", "- because: a\n  mutants: []"]
)
def test_marks_that_cannot_be_read_are_a_problem(tally, marks):
    [problem] = tally("return x + 1", marks=marks).problems
    assert problem.startswith("equivalent.yaml: ")


def test_a_mutant_that_hangs_is_killed_and_costs_no_other(tally):
    loop = "n, total = 5, 0\n    while n != 0:\n        total = 2 * total + 1\n        n = n - 1\n    return x + total"
    began = time.monotonic()
    found = tally(loop)
    assert found.survivors == []
    assert found.made > 20
    assert time.monotonic() - began < 60


def test_changes_of_outputs_are_tried_and_those_that_change_nothing_are_not_counted(tally):
    found = tally("return x.sum(axis=1)")
    assert found.survivors == []
    assert found.made == 18  # 6 of the function, 13 of its output but for the transposed vector, and nothing at all


def test_a_change_that_cannot_be_seen_survives(tally):
    assert "reference: return x / 1   (was: return x * 1)" in tally("return x * 1").survivors


def test_an_output_that_nobody_judges_lets_its_changes_through(tally):
    free = '    yield Case("free", x=rng.normal(size=3), judge=anything)'
    judged = CASES.replace("import Case", "import Case, anything")
    survivors = tally(
        "return x + 1",
        free,
        cases=judged.replace("x=rng.normal(size=(3, 4)))", "x=rng.normal(size=4), judge=anything)"),
    ).survivors
    assert "ask returns out doubled" in [name.replace("reference", "ask") for name in survivors]


def test_the_reference_itself_must_be_right_in_one_file(tally):
    [problem] = tally("return Case('rows', x=x).inputs['x'] * 2").problems
    assert "the reference in one file is not right" in problem
