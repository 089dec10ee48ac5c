"""Smaller inputs keep what belongs together: axes of one size, multiples, class labels, lists of one length."""

import numpy as np

from grader import shrink


def shapes(candidates, *names):
    return {tuple(np.shape(one[name]) for name in names) for one in candidates}


def test_axes_of_one_size_shrink_together(rng):
    inputs = {"x": rng.normal(size=(4, 3)), "w": rng.normal(size=(3, 5)), "b": rng.normal(size=5)}
    found = shapes(shrink.smaller(inputs), "x", "w", "b")
    assert ((1, 1), (1, 1), (1,)) in found
    assert ((1, 3), (3, 5), (5,)) in found
    assert all(x[1] == w[0] and w[1] == b[0] for x, w, b in found)


def test_a_multiple_shrinks_with_what_it_is_a_multiple_of(rng):
    inputs = {"h": rng.normal(size=(3, 5)), "w": rng.normal(size=(5, 20))}
    assert ((3, 2), (2, 8)) in shapes(shrink.smaller(inputs), "h", "w")


def test_an_image_and_its_convolution_shrink_together(rng):
    inputs = {"x": rng.normal(size=(7, 7)), "dout": rng.normal(size=(5, 5))}
    assert ((6, 6), (4, 4)) in shapes(shrink.smaller(inputs), "x", "dout")


def test_class_labels_stay_below_the_classes(rng):
    inputs = {"logits": rng.normal(size=(3, 5)), "y": np.array([4, 0, 2])}
    for one in shrink.smaller(inputs):
        assert one["y"].size == 0 or one["y"].max() < one["logits"].shape[1]


def test_a_number_that_is_a_size_shrinks_with_it_or_stays(rng):
    found = shrink.smaller({"y": rng.normal(size=(6, 5)), "classes": 5})
    assert {(np.shape(one["y"])[1], one["classes"]) for one in found} >= {(2, 2), (2, 5)}


def test_lists_of_one_length_get_shorter_together():
    inputs = {"grads": [np.ones(2), np.ones(3)], "names": ["a", "b"], "p": 1}
    assert {(len(one["grads"]), len(one["names"])) for one in shrink.smaller(inputs)} >= {(1, 1)}


def test_simple_values_differ_and_keep_their_signs(rng):
    x = rng.normal(size=(2, 3)) + np.array([0.1, -0.1, 0.1])
    for one in shrink.simpler({"x": x}, kink=False):
        values = one["x"]
        if not (values == 1).all():
            assert len(np.unique(values)) == values.size
            assert (np.sign(values) == np.sign(x)).all()


def test_probabilities_are_left_alone():
    p = np.array([[0.2, 0.8], [0.5, 0.5]])
    assert all((one["p"] == p).all() for one in shrink.simpler({"p": p, "eps": 0.123456}, kink=False))


def test_shares_stay_between_0_and_1(rng):
    p = rng.uniform(0.1, 0.9, size=7)
    for one in shrink.simpler({"p": p}, kink=False):
        assert one["p"].min() >= 0
        assert one["p"].max() <= 1


def test_nothing_grows(rng):
    inputs = {"x": rng.normal(size=(3, 4)), "n": 3, "s": "text", "none": None, "flag": True, "empty": np.zeros((0, 2))}
    now = shrink.cost(inputs)
    for one in [*shrink.smaller(inputs), *shrink.simpler(inputs, kink=False)]:
        assert shrink.cost(one) < now
        assert one.keys() == inputs.keys()


def test_arrays_without_axes_stay_arrays():
    for one in shrink.simpler({"x": np.array(1.23456), "y": np.array([1.23456])}, kink=False):
        assert type(one["x"]) is np.ndarray


def test_there_are_not_too_many(rng):
    inputs = {f"x{i}": rng.normal(size=(i + 2, i + 3, i + 11)) for i in range(12)}
    assert len(shrink.smaller(inputs)) <= shrink.MAX_CANDIDATES
