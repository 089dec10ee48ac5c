"""Dropout: the rate, the scale, evaluation, and no randomness but the generator's."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch

X = np.random.default_rng(2).normal(1.0, 2.0, size=(200, 100))


def by_numpy(p: float, training: bool, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    return nnref.numpy.dropout(X, p, training, np.random.default_rng(seed))


def by_torch(p: float, training: bool, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    out, mask = nnref.torch.dropout(torch.from_numpy(X), p, training, torch.Generator().manual_seed(seed))
    return out.numpy(), mask.numpy()


@pytest.fixture(params=[by_numpy, by_torch], ids=["numpy", "torch"])
def dropout(request: pytest.FixtureRequest) -> Callable[..., Any]:
    return request.param


def test_it_drops_the_stated_share(dropout: Callable[..., Any]) -> None:
    _, mask = dropout(0.3, True)
    half_width = 6.2 * (0.3 * 0.7 / mask.size) ** 0.5
    assert abs(1 - mask.mean() - 0.3) < half_width


def test_it_divides_the_survivors_by_the_keep_probability(dropout: Callable[..., Any]) -> None:
    out, mask = dropout(0.3, True)
    assert mask.dtype == bool
    np.testing.assert_allclose(out[mask], X[mask] / 0.7, rtol=1e-12)
    assert not out[~mask].any()


def test_it_does_nothing_in_evaluation(dropout: Callable[..., Any]) -> None:
    out, mask = dropout(0.3, False)
    assert np.array_equal(out, X)
    assert mask.all()


def test_it_repeats_with_the_seed_and_only_with_it(dropout: Callable[..., Any]) -> None:
    assert np.array_equal(dropout(0.3, True)[1], dropout(0.3, True)[1])
    assert not np.array_equal(dropout(0.3, True)[1], dropout(0.3, True, seed=8)[1])


def test_it_refuses_to_drop_everything(dropout: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="below 1"):
        dropout(1.0, True)
