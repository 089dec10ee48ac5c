"""Finite differences reach the accuracy that theory promises, and the checker tells right from wrong gradients."""

import numpy as np
import pytest
import torch

import nnref.numpy
import nnref.torch


def cubic(x: np.ndarray) -> float:
    return float((x**3).sum())


def test_central_differences_have_an_error_of_order_h_squared() -> None:
    x = np.random.default_rng(0).uniform(1, 2, (3, 2))
    assert np.abs(nnref.numpy.numerical_gradient(cubic, x) - 3 * x**2).max() < 1e-8
    coarse = nnref.numpy.numerical_gradient(cubic, x, 0.1)
    assert np.allclose(coarse - 3 * x**2, 0.01)


def test_integers_keep_the_step() -> None:
    x = torch.tensor([1, -2, 3])
    slope = nnref.torch.numerical_gradient(lambda t: (t**3).sum(), x)
    assert slope.dtype == torch.float64
    assert slope.tolist() == pytest.approx([3, 12, 27])
    assert nnref.numpy.numerical_gradient(cubic, x.numpy()).tolist() == pytest.approx([3, 12, 27])


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize(("factor", "wanted"), [(1.0, True), (1.001, False), (0.0, False), (float("nan"), False)])
def test_the_verdict_does_not_depend_on_the_scale(scale: float, factor: float, wanted: bool) -> None:
    x = np.array([0.5, 1.5, 0.75])
    found = nnref.numpy.check_gradient(lambda x: scale * cubic(x), lambda x: factor * scale * 3 * x**2, x)
    twin = nnref.torch.check_gradient(
        lambda x: scale * (x**3).sum(), lambda x: factor * scale * 3 * x**2, torch.from_numpy(x)
    )
    assert found is twin is wanted


def test_zero_equals_zero() -> None:
    x = np.array([1.0, 2.0])
    assert nnref.numpy.check_gradient(lambda x: 3.0, lambda x: np.zeros(2), x)
