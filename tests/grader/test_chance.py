"""Random layers: right ones pass whatever the draw, wrong ones fail by the claim that they break."""

import numpy as np
import pytest

from grader.chance import judge_output
from grader.compare import Comparison
from grader.paper import Case

P = 0.3


def claims(out, mask=None, *, x, p=P, **judge):
    names = ["out", "mask"] if mask is not None else ["out"]
    expected = (x, np.ones(x.shape, bool)) if mask is not None else x
    wanted = {"kind": "Dropped", "x": "x", "p": p, "along": (), "mask": "mask" if mask is not None else None, **judge}
    case = Case("c", "f", {"x": x}, {"out": wanted}, False, False, False, False, False, expected=expected)
    comparison = Comparison("numpy", "plain", {}, x.size, "float64")
    judge_output(comparison, case, wanted, dict(zip(names, (out, mask), strict=False)), "out")
    return [finding.claim.split(" ")[0] for finding in comparison.findings]


@pytest.fixture
def x(rng):
    return rng.normal(1, 2, size=(100, 200))


@pytest.mark.parametrize("p", [0.0, 0.1, 0.3, 0.8])
def test_inverted_dropout_passes(rng, x, p):
    for _ in range(20):
        mask = rng.random(x.shape) >= p
        assert claims(x * mask / (1 - p), mask, x=x, p=p) == []


@pytest.mark.parametrize(
    ("layer", "claim"),
    [
        (lambda rng, x: x * (rng.random(x.shape) >= P), "survivor_scale"),
        (lambda rng, x: x * (rng.random(x.shape) >= P) / P, "survivor_scale"),
        (lambda rng, x: x * (rng.random(x.shape) >= P) / (1 - P) ** 2, "survivor_scale"),
        (lambda rng, x: x * (rng.random(x.shape) < P) / (1 - P), "drop_rate"),
        (lambda rng, x: x * (rng.random(x.shape) >= P + 0.02) / (1 - P), "drop_rate"),
        (lambda rng, x: x * (rng.normal(size=x.shape) > P) / (1 - P), "drop_rate"),
        (lambda rng, x: x, "survivor_scale"),
        (lambda rng, x: x * 0, "drop_rate"),
        (lambda rng, x: x * (rng.random((1, x.shape[1])) >= P) / (1 - P), "drop_rate|shared_1"),
        (lambda rng, x: x * (rng.random((x.shape[0], 1)) >= P) / (1 - P), "drop_rate|shared_0"),
        (lambda rng, x: x * fixed_per_row(rng, x.shape) / (1 - P), "fixed_count_0"),
        (lambda rng, x: x * np.nan, "nonfinite"),
    ],
)
def test_a_wrong_layer_fails_by_its_claim(rng, x, layer, claim):
    assert claims(layer(rng, x), x=x)[0] in claim.split("|")


def fixed_per_row(rng, shape):
    mask = np.ones(shape)
    mask[:, : round(P * shape[1])] = 0
    return rng.permuted(mask, axis=1)


def test_the_mask_must_be_that_of_the_output(rng, x):
    mask = rng.random(x.shape) >= P
    out = x * mask / (1 - P)
    assert claims(out, ~mask, x=x) == ["mask"]
    assert claims(out, np.roll(mask, 1), x=x) == ["mask"]
    assert claims(out, mask.astype(float), x=x) == ["mask_dtype"]
    assert claims(out, mask[:1], x=x) == ["mask_shape"]
    assert claims(out, None, x=x) == []


def test_channels_are_dropped_whole(rng):
    x = rng.normal(1, 1, size=(40, 50, 3, 4))
    whole = x * (rng.random((40, 50, 1, 1)) >= P) / (1 - P)
    single = x * (rng.random(x.shape) >= P) / (1 - P)
    assert claims(whole, x=x, along=(2, 3)) == []
    assert claims(single, x=x, along=(2, 3)) == ["not_shared"]


def sample_claims(values, **judge):
    case = Case("c", "f", {}, {"": judge}, False, False, False, False, False, expected=np.zeros(values.shape))
    comparison = Comparison("numpy", "plain", {}, values.size, None)
    judge_output(comparison, case, judge, {"out": values}, "out")
    return [finding.claim for finding in comparison.findings]


def test_a_normal_initialisation_is_judged(rng):
    judge = {"kind": "Distributed", "family": "normal", "mean": 0.0, "sd": 0.1, "bound": None}
    assert sample_claims(rng.normal(0, 0.1, size=(200, 300)), **judge) == []
    assert sample_claims(rng.normal(0, 0.1 * 2**0.5, size=(200, 300)), **judge) == ["sd"]
    assert sample_claims(rng.normal(0.01, 0.1, size=(200, 300)), **judge) == ["mean"]
    assert sample_claims(rng.uniform(-0.1, 0.1, size=(200, 300)) * 3**0.5, **judge) == ["distribution"]


def test_a_uniform_initialisation_is_judged(rng):
    judge = {"kind": "Distributed", "family": "uniform", "mean": 0.0, "sd": 0.5 / 3**0.5, "bound": 0.5}
    assert sample_claims(rng.uniform(-0.5, 0.5, size=(200, 300)), **judge) == []
    assert sample_claims(rng.uniform(-0.6, 0.6, size=(200, 300)), **judge) == ["bounds"]
    assert sample_claims(rng.normal(0, 0.1, size=(200, 300)).clip(-0.5, 0.5), **judge) in (["bounds"], ["distribution"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mask = np.random.random(x.shape) >= p", "random state is used"),
        ("mask = np.random.default_rng(3).random(x.shape) >= p", "another seed gives the very same output"),
        ("mask = np.random.default_rng().random(x.shape) >= p", "another output the second time|random state"),
        (
            "mask = rng.permutation(np.arange(x.size) >= round(p * x.size)).reshape(x.shape)",
            "exactly the same number of values was dropped",
        ),
    ],
)
def test_where_the_randomness_comes_from_is_judged(grade, line, words):
    source = f"import numpy as np\ndef gate(x, p, rng):\n    {line}\n    return x * mask / (1 - p), mask\n"
    report = grade(source, slug="gate")
    assert report.verdict == "wrong_answer"
    assert any(word in report.message for word in words.split("|")), report.message


def test_right_layers_pass_with_any_seed(grade, folder):
    source = folder("gate")["attempts/accepted-numpy-binomial.py"]
    assert [grade(source, slug="gate", seed=seed).verdict for seed in range(10)] == ["accepted"] * 10
