"""The whole training loop: it separates spirals, in both packages, and draws from its generator alone."""

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch
from nnref.numpy.arrays import Array
from nnref.numpy.linear import Layer


def spirals(rng: np.random.Generator) -> tuple[Array, Array]:
    r = np.linspace(0.1, 1, 100)
    arms = [np.stack([r * np.cos(t), r * np.sin(t)], axis=1) for t in (np.pi * r + 2 * np.pi * k / 3 for k in range(3))]
    X = np.concatenate(arms)
    return X + rng.normal(0, 0.03, X.shape), np.repeat(np.arange(3), 100)


def trained(package: str, X: Array, y: Array, steps: int, seed: int) -> list[Layer]:
    if package == "numpy":
        return nnref.numpy.train_mlp(X, y, 48, steps, 0.7, np.random.default_rng(seed))
    generator = torch.Generator().manual_seed(seed)
    layers = nnref.torch.train_mlp(torch.from_numpy(X), torch.from_numpy(y), 48, steps, 0.7, generator)
    return [(w.numpy(), b.numpy()) for w, b in layers]


def loss(layers: list[Layer], X: Array, y: Array) -> float:
    return float(nnref.numpy.cross_entropy(nnref.numpy.mlp_forward(X, layers), y))


@pytest.mark.parametrize("package", ["numpy", "torch"])
@pytest.mark.parametrize("seed", range(4))
def test_a_hundred_steps_separate_the_arms(package: str, seed: int) -> None:
    X, y = spirals(np.random.default_rng(seed))
    start, end = (loss(trained(package, X, y, steps, seed), X, y) for steps in (0, 100))
    assert end < 0.3 < 0.9 < start


@pytest.mark.parametrize("package", ["numpy", "torch"])
def test_one_seed_gives_one_network(package: str) -> None:
    X, y = spirals(np.random.default_rng(0))
    one, same, other = (trained(package, X, y, 20, seed) for seed in (1, 1, 2))
    assert all(np.array_equal(a, b) for pair in zip(one, same, strict=True) for a, b in zip(*pair, strict=True))
    assert not np.array_equal(one[0][0], other[0][0])
