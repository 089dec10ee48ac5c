"""Borders of the losses and activations: shapes that would broadcast, unknown names, tails, padding, equal points."""

import math
from typing import Any

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(11)
SEQUENCE, WORDS, MASK = RNG.normal(size=(2, 3, 4)), RNG.integers(4, size=(2, 3)), np.array([[1, 1, 0], [1, 0, 0]], bool)


@pytest.mark.parametrize("name", ["mse_loss", "binary_cross_entropy", "bce_with_logits"])
@pytest.mark.parametrize("twin", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
def test_losses_refuse_shapes_that_would_broadcast(name: str, twin: Any) -> None:
    make = np.ones if twin is nnref.numpy else torch.ones
    with pytest.raises(ValueError, match="shapes must be equal"):
        getattr(twin, name)(make((3, 1)), make(3))


@pytest.mark.parametrize("twin", [nnref.numpy, nnref.torch], ids=["numpy", "torch"])
def test_names_that_do_not_exist_are_refused(twin: Any) -> None:
    make = np.ones if twin is nnref.numpy else torch.ones
    with pytest.raises(ValueError, match="activation"):
        twin.neuron(make(2), make(2), make(()), "softmax")
    with pytest.raises(ValueError, match="approximate"):
        twin.gelu(make(2), "fast")
    with pytest.raises(ValueError, match="reduction"):
        twin.mse_loss(make(2), make(2), "median")


def test_a_sure_and_right_answer_keeps_its_tiny_loss() -> None:
    assert nnref.numpy.bce_with_logits(np.array([50.0]), np.array([1.0])) == pytest.approx(math.exp(-50), rel=1e-12)
    assert nnref.torch.bce_with_logits(torch.tensor([-50.0]).double(), torch.zeros(1).double()).item() == pytest.approx(
        math.exp(-50), rel=1e-12
    )


def test_identical_points_have_no_gradient_and_no_nan() -> None:
    a = torch.zeros(2, 3, dtype=torch.float64, requires_grad=True)
    nnref.torch.triplet_loss(a, torch.zeros(2, 3).double(), torch.ones(2, 3).double()).backward()
    assert a.grad is not None
    assert torch.isfinite(a.grad).all()


def test_nothing_to_count_is_no_loss() -> None:
    nowhere = np.zeros_like(MASK)
    assert nnref.numpy.masked_cross_entropy(SEQUENCE, WORDS, nowhere) == 0
    assert nnref.torch.masked_cross_entropy(*map(torch.from_numpy, (SEQUENCE, WORDS, nowhere))) == 0


def test_whatever_is_masked_does_not_matter() -> None:
    spoiled = np.where(MASK[..., None], SEQUENCE, np.nan)
    wanted = nnref.numpy.masked_cross_entropy(SEQUENCE, WORDS, MASK)
    assert nnref.numpy.masked_cross_entropy(spoiled, WORDS, MASK) == wanted
    twin = nnref.torch.masked_cross_entropy(*map(torch.from_numpy, (spoiled, WORDS, MASK)))
    assert twin.item() == pytest.approx(wanted)
