"""Verdicts of known submissions on many draws: counted by what they are, with a seed to repeat each."""

import pytest

from grader.truth import regrade


@pytest.fixture
def found(grader, folder):
    def found(slug, **changed):
        files = folder(slug) | changed
        return {one.path: one for one in regrade(grader, files, draws=12, random_draws=14)}

    return found


def test_no_verdict_of_a_sound_exercise_changes(found):
    verdicts = found("shares")
    assert len(verdicts) == 9
    for one in verdicts.values():
        assert one.verdicts == {one.wanted: 12}, one
        assert one.rejected == one.accepted == one.flips == 0


def test_random_exercises_are_drawn_as_often_as_is_asked_for_them(found):
    for one in found("gate").values():
        assert (one.random, one.verdicts.total(), one.flips) == (True, 14, 0), one


def test_one_that_is_right_only_sometimes_is_found_with_its_seed(found):
    source = (
        "def shares(x, axis=-1):\n    y = x / x.sum(axis, keepdims=True)\n    return y if x.flat[0] < 1.5 else y + 1\n"
    )
    path = "attempts/accepted-numpy-sometimes.py"
    one = found("shares", **{path: source})[path]
    assert one.flips == one.rejected > 0
    assert set(one.seeds) >= set(one.verdicts)


def test_a_wrong_one_that_passes_is_found(found):
    path = "attempts/wrong_answer-numpy-right.py"
    source = 'import numpy\ndef shares(x, axis=-1):\n    if (x.sum(axis) == 0).any(): raise ValueError("0")\n'
    one = found("shares", **{path: source + "    return x / x.sum(axis, keepdims=True)\n"})[path]
    assert one.accepted == one.flips == 12
