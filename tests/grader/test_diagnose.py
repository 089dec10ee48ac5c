"""Known mistakes are named, also in other words."""

import numpy as np
import pytest

from grader.diagnose import _sample_distance, decode
from grader.examine import Examined
from grader.finding import Finding
from grader.paper import Case


def test_a_known_mistake_is_named_with_its_sentence(grade, folder):
    source = folder("shares")["attempts/wrong_answer-numpy-whole_array.py"]
    assert grade(source).diagnosis == {
        "slug": "whole_array",
        "sentence": "You divide by the sum of the whole array: each slice along `axis` has a sum of its own.",
    }


def test_a_known_mistake_is_named_in_another_form(grade):
    source = """
import numpy as np

def shares(values, direction=-1):
    everything = 0.0
    for v in values.ravel():
        everything += v
    if everything == 0:
        raise ArithmeticError("no")
    return np.array([[v / everything for v in row] for row in values])
"""
    assert grade(source).diagnosis["slug"] == "whole_array"


def test_two_mistakes_that_are_alike_are_told_apart(grade, folder):
    for reason in ("whole_array", "off_by_eps"):
        assert grade(folder("shares")[f"attempts/wrong_answer-numpy-{reason}.py"]).diagnosis["slug"] == reason


def test_a_missing_property_is_named(grade):
    sentence = grade("def shares(x, axis=-1):\n    return x * 0.123 + x ** 3\n").diagnosis["sentence"]
    assert sentence.startswith("`out` must sum to 1 over axis")


def test_an_unknown_mistake_has_no_name(grade):
    source = "def gate(x, p, rng):\n    return x ** 3 + p, x > 0\n"
    assert grade(source, slug="gate").diagnosis is None


def test_a_cut_graph_is_named(grade, folder):
    source = folder("shares")["attempts/wrong_answer-torch-detached.py"]
    assert grade(source, framework="torch").diagnosis["slug"] == "detached"


@pytest.mark.parametrize("reason", ["no_scale", "keep_probability"])
def test_a_mistake_in_a_random_layer_is_named_by_what_it_fails(grade, folder, reason):
    source = folder("gate")[f"attempts/wrong_answer-numpy-{reason}.py"]
    assert grade(source, slug="gate").diagnosis["slug"] == reason


def test_a_constant_factor_is_named(grade):
    report = grade("def shares(x, axis=-1):\n    return -x / x.sum(axis, keepdims=True)\n")
    assert report.diagnosis == {"slug": "", "sentence": "Your result is the right one times -1."}


def made(name, wanted, got, **inputs):
    """Examine one value that is wrong."""
    case = Case(
        name=name, call="f", inputs=inputs, judge={}, strict=False, extreme=False, kink=False, raises=False,
        sample=False, expected=wanted,
    )  # fmt: skip
    return Examined(case, [Finding("values", "differs")], output=got)


Y = np.arange(1.0, 7.0).reshape(2, 3)


def test_an_output_that_is_right_is_no_sign_of_a_mistake():
    """It is right to seven digits, too."""
    found = made("one", (Y, Y), (Y, Y**3 - 2))
    assert decode(found, [found]) is None


def test_a_small_difference_beside_a_large_one_is_not_told():
    found = made("one", (Y, Y), (Y * (1 + 1e-7), Y**3 - 2))
    assert decode(found, [found]) is None


def test_a_relation_that_another_case_contradicts_is_not_told():
    one, other = made("one", Y, 2 * Y), made("other", Y, Y**3 - 2)
    assert decode(one, [one]) == "Your result is the right one times 2, that is 2."
    assert decode(one, [one, other]) is None


def test_a_factor_may_be_another_size_in_another_case():
    one, other = made("one", Y, 5 * Y, x=np.zeros(5)), made("other", Y, 7 * Y, x=np.zeros(7))
    assert "the size of axis 0 of `x`" in decode(one, [one, other])


def test_a_nameless_factor_must_be_the_same_everywhere():
    one, same, other = made("one", Y, 1.23 * Y), made("same", Y, 1.23 * Y), made("other", Y, 1.24 * Y)
    assert "times 1.23" in decode(one, [one, same])
    assert decode(one, [one, same, other]) is None


def test_random_outputs_of_another_distribution_are_another_mistake():
    rng = np.random.default_rng(0)
    normal, uniform = rng.normal(0, 1, 20_000), rng.uniform(-(3**0.5), 3**0.5, 20_000)
    assert _sample_distance(normal, rng.normal(0, 1, 20_000)) is not None
    assert _sample_distance(normal, uniform) is None
    assert _sample_distance(normal, 0.5 * normal) is None
    assert _sample_distance(normal[:5], uniform[:5]) == 0.0
