"""What a wrong array has to do with the right one is told, and nothing is invented."""

import numpy as np
import pytest

from grader.relation import relation


def told(wanted, got, **inputs):
    found = relation(wanted, got, inputs)
    return found and found.sentence


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda y: y * 7, "times 7, that is n, with n = 7 the size of axis 0"),
        (lambda y: y / 7, "1/n, with n = 7"),
        (lambda y: y * 7 / 6, "n/(n-1), with n = 7"),
        (lambda y: y * np.sqrt(7 / 6), "the square root of n/(n-1), with n = 7"),
        (lambda y: y / np.sqrt(5), "1 over the square root of n, with n = 5"),
        (lambda y: y * 35, "the number of values in `x`"),
        (lambda y: y / 6, "1 over the number of values along the axes (2, 3) of `image`"),
        (lambda y: y * 0.3, "times 0.3, that is p"),
        (lambda y: y / 0.7, "that is 1/(1-p)"),
        (lambda y: y * -2, "times -2, that is minus 2"),
        (lambda y: -y, "times -1"),
        (lambda y: y * 0, "that is 0"),
        (lambda y: y / 2, "that is 1/2"),
        (lambda y: y * 1.23456, "times 1.23456."),
        (lambda y: y + 0.25, "plus 0.25 everywhere"),
        (lambda y: y + 0.3, "plus 0.3 (p) everywhere"),
        (lambda y: y[::-1], "reverse order along axis 0"),
        (lambda y: y[:, ::-1], "reverse order along axis 1"),
        (lambda y: np.roll(y, 1, 1), "shifted by one place along axis 1"),
        (lambda y: y[[3, 0, 6, 1, 2, 5, 4]], "slices of axis 0 in the wrong order"),
        (lambda y: np.sort(y, axis=None).reshape(7, 5), "right values in the wrong order"),
        (lambda y: y.T, "transpose"),
        (lambda y: y * (1 + 1e-7), "about 7 digits"),
        (lambda y: y.reshape(-1), "only the shape"),
        (lambda y: np.stack([y, y]), "repeated along an axis"),
        (lambda y: y * GAMMA, "times `gamma`: a factor `gamma` is too much"),
        (lambda y: y / GAMMA, "divided by `gamma`: a factor `gamma` is missing"),
        (lambda y: y - GAMMA, "minus `gamma`: `gamma` is missing"),
        (lambda y: np.abs(y), "absolute value"),
        (lambda y: y**2, "square of the right one"),
        (lambda y: 1 - y, "1 minus the right one"),
        (lambda y: np.where(np.arange(7)[:, None] == 6, 9.0, y), "right except at index 6 of axis 0"),
    ],
)
def test_the_relation_of_two_results_is_named(rng, change, words):
    wanted = rng.normal(size=(7, 5))
    inputs = {"x": rng.normal(size=(7, 5)), "p": 0.3, "image": np.zeros((1, 4, 2, 3)), "gamma": GAMMA}
    assert words in told(wanted, change(wanted), **inputs)


GAMMA = np.array([0.5, 1.7, -2.2, 3.1, 0.9])


def test_other_axes_are_named(rng):
    wanted = rng.normal(size=(2, 3, 4))
    assert "(0, 2, 1) is right" in told(wanted, wanted.transpose(0, 2, 1))
    assert relation(wanted, wanted.transpose(0, 2, 1), {}).short == "axes in another order (0, 2, 1)"


def test_an_argument_that_came_back_is_named(rng):
    x = rng.normal(size=(3, 4))
    assert told(np.maximum(x, 0), x, x=x) == "Your result is `x` as it came in."


def test_the_wrong_axis_of_a_normalisation_is_named(rng):
    x = np.exp(rng.normal(size=(3, 4)))
    got, wanted = x / x.sum(0, keepdims=True), x / x.sum(1, keepdims=True)
    assert told(wanted, got, x=x) == "Your result is normalised over axis 0 instead of axis 1."


def test_no_relation_is_invented(rng):
    for _ in range(200):
        wanted, got, x = (rng.normal(size=(7, 5)) for _ in range(3))
        assert told(wanted, got, x=x, gamma=GAMMA, p=0.3) is None
    assert told(np.array(2.0), np.array(3.1)) is None


@pytest.mark.parametrize("shape", [(), (0,), (0, 3), (1,), (1, 1), (2, 0, 3)])
@pytest.mark.parametrize("other", [(), (0,), (0, 3), (1,), (1, 1), (2, 0, 3)])
def test_odd_shapes_are_no_problem(shape, other):
    relation(np.ones(shape), np.full(other, 2.0), {"x": np.ones(shape), "n": 3})
