"""Mutants: what is changed, what is left alone, and how they are named."""

import ast

import pytest

from grader import folder as folders
from grader.mutation.gather import gather
from grader.mutation.mutants import mutants

FILES = {"exercise.yaml": "entry: [ask]\nframeworks: [numpy]\n"}


def made(body, *, arguments="x", starter="def ask(x):\n    raise NotImplementedError\n", guards=False):
    cases = f"import numpy as np\n\ndef ask({arguments}):\n    {body}\n\nreference = ask\n"
    return list(mutants(gather(folders.read({**FILES, "cases.py": cases})), starter, guards=guards))


def changed(body, **more):
    return {mutant.name.removeprefix("ask: ") for mutant in made(body, **more)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("return x + 3", {"x - 3", "x", "3", "x + 4", "x + 2"}),
        ("return x / y", {"x * y", "x"}),
        ("return x @ y", {"y @ x"}),
        ("return x // y", {"x * y", "x % y", "x", "-(-x // y)"}),
        ("return x < y", {"x <= y", "x >= y"}),
        ("return x and not y", {"x or not y", "x", "not y", "x and y"}),
        ("return -x", {"x"}),
        ("return 0.5", {"1.0", "-0.5"}),
        ("return x[1:]", {"x[:]", "x[2:]", "x[0:]"}),
        ("return x.T", {"x"}),
        ("return x.sum(axis=0)", {"x.mean(axis=0)", "x.max(axis=0)", "x.sum()", "x.sum(axis=1)", "x.sum(axis=-1)"}),
        ("return np.where(c, x, y)", {"np.where(c, y, x)"}),
        ("return max(x, y)", {"min(x, y)", "sum(x, y)", "x", "y"}),
        ("return np.clip(x, lo, hi)", {"np.maximum(x, lo)", "np.minimum(x, hi)"}),
        ("return range(n)", {"range(0, n - 1)", "range(1, n)"}),
        ("return x if c else y", {"x if not c else y"}),
    ],
)
def test_what_could_stand_there_by_mistake(line, expected):
    assert changed(line) == {f"return {each}" for each in expected}


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("return np.maximum(x, 1e-12) + 1", "1e-12"),
        ("return np.zeros(n, dtype=np.int8 if c else d) + 1", "np.int8 if c else d"),
        ("return x.astype(np.float64 if c > 1 else d) + 1", "np.float64 if c > 1 else d"),
        ("return x.reshape(n, -1) + 1", "reshape(n, -1)"),
        ("return zip(x[1], y, strict=True)", "strict=True"),
    ],
)
def test_what_only_touches_the_way_of_computing_is_left_alone(line, kept):
    names = changed(line)
    assert names
    assert all(
        kept in name for name in names if name not in ("return 1", "return np.maximum(x, 1e-12)", "return x + 1")
    )


def test_messages_are_left_alone():
    assert changed("raise ValueError(f'{x + 1}')") == set()


def test_updates_and_deletions():
    names = changed("x += 2\n    x[0] = 1\n    x = x.copy()\n    return x")
    assert {"x -= 2", "x = 2", "without x += 2", "without x[0] = 1", "without x = x.copy()"} <= names


def test_a_check_that_only_raises_is_changed_where_cases_raise():
    body = "if x < 1:\n        raise ValueError('no')\n    return x"
    assert changed(body) == set()
    assert "if x <= 1" in changed(body, guards=True)


def test_a_default_is_changed_only_where_the_starter_shows_it():
    shown = "def ask(x, eps=0.5):\n    raise NotImplementedError\n"
    assert changed("return x", arguments="x, eps=0.5") == set()
    assert changed("return x", arguments="x, eps=0.5", starter=shown) == {
        "def ask(x, eps=1.0)",
        "def ask(x, eps=-0.5)",
    }


def test_every_mutant_is_another_program_with_a_name_of_its_own():
    found = made("return (x + 1) * (x + 1) if x > 0 else np.exp(-x).sum(axis=0, keepdims=True)")
    assert len({mutant.name for mutant in found}) == len(found) == len({mutant.source for mutant in found})
    assert "ask: return (x + 1) * (x - 1) if x > 0 else np.exp(-x).sum(axis=0, keepdims=True)" in {
        mutant.name for mutant in found
    }
    for mutant in found:
        ast.parse(mutant.source)
        assert mutant.before.startswith("return")


def test_a_name_does_not_depend_on_the_place_in_the_file():
    first = changed("return x + y")
    assert first == changed("z = 'a line more'\n    return x + y")
