"""Speed against the reference: fair to fast and slow, no figure for what cheats, blind to the reference."""

import pytest

from grader.job import Job
from grader.speed import ENOUGH, NoFigure, measure

SHARES = "def shares(x, axis=-1):\n    return x / x.sum(axis, keepdims=True)\n"


@pytest.fixture
def race(sandbox, folder):
    def race(source, framework="numpy", **more):
        return measure(sandbox, Job("1", "a", "shares", "v1", folder("shares"), framework, source), **more)

    return race


@pytest.mark.parametrize(("framework", "keep"), [("numpy", "keepdims"), ("torch", "keepdim")])
def test_the_reference_itself_takes_its_own_time(race, framework, keep):
    figure = race(SHARES.replace("keepdims", keep), framework)
    assert 0.5 < figure["ratio"] < 1.6  # the reference looks for zeros too
    assert figure["low"] < figure["ratio"] < figure["high"]
    assert figure["high"] / figure["low"] < 1 + 4 * ENOUGH or figure["rounds"] > 100


def test_a_slow_solution_has_a_large_ratio(race):
    slow = SHARES.replace("    return", "    for _ in range(20): x.sum(axis, keepdims=True)\n    return")
    assert race(slow)["ratio"] > 1.5


def test_who_skips_the_work_gets_no_figure(race):
    with pytest.raises(NoFigure, match="another than the reference's"):
        race("kept = []\ndef shares(x, axis=-1):\n    kept.append(x / x.sum(axis, keepdims=True))\n    return kept[0]")


AHEAD = """
import sys
timing = sys.modules["grader.sandbox.timing"]
build, ready = timing._arguments, []
def work(x, axis=-1):
    for _ in range(40): y = x / x.sum(axis, keepdims=True)
    return y
def ahead(framework, given):
    ready.append(work(*given.values()))
    return build(framework, given)
timing._arguments = ahead
def shares(x, axis=-1):
    return ready.pop(0)
"""


def test_who_works_before_the_clock_runs_gets_no_figure(race):
    with pytest.raises(NoFigure, match="not timed"):
        race(AHEAD)


THIEF = """
import gc, os, sys
def found():
    names = [name for name in sys.modules if "nnref" in name or name in ("cases", "grader.sandbox.author")]
    seen = [f for place in ("/ours", "/tmp") for _, _, files in os.walk(place) for f in files]
    files = [f for f in seen if f in ("cases.py", "author.py")]
    texts = [o for o in gc.get_objects() if isinstance(o, dict) and "reference" in o and "cases" in o]
    return names + files + texts
def shares(x, axis=-1):
    return x * 0 if found() else x / x.sum(axis, keepdims=True)
"""


def test_the_reference_is_nowhere_where_the_learner_runs(race):
    assert race(THIEF)["ratio"] > 1


@pytest.mark.parametrize("source", ["def shares(x, axis=-1):\n    exit()", "import os; os._exit(0)", "1 / 0", "x = ("])
def test_what_ends_gets_no_figure(race, source):
    with pytest.raises(NoFigure):
        race(source)


def test_who_says_more_than_was_asked_gets_no_figure(race):
    with pytest.raises(NoFigure):
        race("import os\nfor n in range(9): os.write(4, b'\\0\\0\\0\\0n')\n" + SHARES)


def test_it_ends_when_others_wait(race):
    with pytest.raises(NoFigure, match="others wait"):
        race(SHARES, must_end=lambda: True)


def test_the_sandbox_serves_on(race, grade, folder):
    race(SHARES)
    assert grade(folder("shares")["attempts/accepted-numpy-division.py"]).verdict == "accepted"
