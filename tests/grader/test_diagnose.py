"""Known mistakes are named, also in other words."""

import pytest


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
