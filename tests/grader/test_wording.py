import json

import numpy as np
import pytest

from grader import wording
from grader.sandbox.wire import Bfloat16, Opaque, Seed


def test_control_characters_become_spaces():
    assert wording.clean("a\n\x1b[2Jb\u202ec") == "a [2Jb c"


@pytest.mark.parametrize(
    ("expected", "actual", "texts"),
    [(0.25, 0.5, ("0.25", "0.5")), (1.0, 1.00001, ("1", "1.00001")), (1.0, 1 + 1e-10, ("1", "1.0000000001"))],
)
def test_two_numbers_are_written_so_that_they_differ(expected, actual, texts):
    assert wording.pair(expected, actual) == texts


def test_an_array_is_shown_with_strings_for_what_json_cannot_say():
    shown = wording.readable(np.array([1.0, np.nan, -np.inf]))
    assert shown == {"dtype": "float64", "shape": [3], "values": [1.0, "nan", "-inf"]}


def test_a_large_array_is_cut():
    shown = wording.readable(np.zeros((30, 30)))
    assert shown["shape"] == [30, 30]
    assert shown["truncated"] is True
    assert len(shown["values"]) == 400


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 3, 1 << 80, 2.5, float("inf"), 1j, "text", b"bytes", [], (1, (2, 3)), {"w": [np.ones(2)]}),
        *(np.array([1 + 2j]), np.array(3), np.array([2**60]), Bfloat16(np.zeros(2, np.uint16)), Seed(3), Opaque("S")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_value_can_be_shown_as_json(value):
    json.dumps(wording.readable(value), allow_nan=False)
