"""Random layers keep their promises: the size of the signal through depth, and the moments of a sample."""

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch


def test_he_keeps_the_signal_and_smaller_weights_lose_it() -> None:
    x = np.random.default_rng(0).normal(size=(200, 150))

    def last(gain: float) -> float:
        stds = nnref.numpy.activation_stds(
            [150] * 11, x, lambda n: (gain / n) ** 0.5, lambda z: np.maximum(z, 0), np.random.default_rng(1)
        )
        assert stds.shape == (10,)
        return float(stds[-1] / stds[0])

    assert 0.5 < last(2.0) < 2
    assert last(1.0) < 0.1


def test_the_standard_deviation_is_over_all_entries() -> None:
    seen = []

    def record(z: torch.Tensor) -> torch.Tensor:
        seen.append(z.numpy())
        return z

    x = torch.randn(7, 3, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    stds = nnref.torch.activation_stds([3, 4, 2], x, lambda n: 1 / n, record, torch.Generator().manual_seed(1))
    assert stds.tolist() == pytest.approx([z.std() for z in seen])
    assert [z.shape for z in seen] == [(7, 4), (7, 2)]


def test_a_sample_has_the_stated_mean_and_variance() -> None:
    mu, logvar = np.full((300, 200), -2.0), np.full((300, 200), np.log(9.0))
    z = nnref.numpy.reparameterize(mu, logvar, np.random.default_rng(2))
    assert z.mean() == pytest.approx(-2, abs=0.1)
    assert z.std() == pytest.approx(3, abs=0.1)
    assert np.unique(z).size == z.size


def test_gradients_reach_mean_and_variance() -> None:
    mu = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    logvar = torch.tensor([0.5, -1.0], dtype=torch.float64, requires_grad=True)
    z = nnref.torch.reparameterize(mu, logvar, torch.Generator().manual_seed(3))
    to_mu, to_logvar = torch.autograd.grad(z.sum(), [mu, logvar])
    assert to_mu.tolist() == [1, 1]
    assert to_logvar.tolist() == pytest.approx(((z - mu) / 2).tolist())
