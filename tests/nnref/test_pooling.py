"""Pooling: both libraries agree with torch's own, at borders, overlaps, gaps and ties."""

from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import nnref.numpy
import nnref.torch

RNG = np.random.default_rng(9)
SETTINGS: list[tuple[Any, int, int]] = [(2, 2, 0), (3, 1, 0), (3, 2, 1), ((2, 3), 1, 1), (1, 2, 0), ((3, 2), 3, 0)]


@pytest.mark.parametrize(("k", "stride", "padding"), SETTINGS, ids=str)
def test_largest_values_and_their_gradient_agree_with_torch(k: Any, stride: int, padding: int) -> None:
    x = RNG.normal(size=(2, 3, 7, 6)) - 3.0
    tensor = torch.from_numpy(x).requires_grad_()
    wanted = functional.max_pool2d(tensor, k, stride, padding)
    dout = RNG.normal(size=tuple(wanted.shape))
    wanted.backward(torch.from_numpy(dout))
    detached = torch.from_numpy(x)
    for got in (nnref.numpy.maxpool(x, k, stride, padding), nnref.torch.maxpool(detached, k, stride, padding)):
        np.testing.assert_array_equal(np.asarray(got), wanted.detach().numpy())
    by_torch = nnref.torch.maxpool_backward(torch.from_numpy(dout), detached, k, stride, padding)
    for got in (nnref.numpy.maxpool_backward(dout, x, k, stride, padding), by_torch):
        np.testing.assert_allclose(np.asarray(got), tensor.grad.numpy(), rtol=1e-12)


def test_of_equal_values_the_first_gets_the_gradient() -> None:
    x = RNG.integers(0, 2, size=(2, 2, 6, 6)).astype(np.float64)
    tensor = torch.from_numpy(x).requires_grad_()
    wanted = functional.max_pool2d(tensor, 3, 2)
    dout = RNG.normal(size=tuple(wanted.shape))
    wanted.backward(torch.from_numpy(dout))
    by_torch = nnref.torch.maxpool_backward(torch.from_numpy(dout), torch.from_numpy(x), 3, 2)
    np.testing.assert_allclose(nnref.numpy.maxpool_backward(dout, x, 3, 2), tensor.grad.numpy(), rtol=1e-12)
    np.testing.assert_allclose(by_torch.numpy(), tensor.grad.numpy(), rtol=1e-12)


@pytest.mark.parametrize("count", [True, False])
@pytest.mark.parametrize(("k", "stride", "padding"), SETTINGS, ids=str)
def test_means_agree_with_torch(k: Any, stride: int, padding: int, count: bool) -> None:
    x = RNG.normal(size=(2, 3, 7, 6))
    wanted = functional.avg_pool2d(torch.from_numpy(x), k, stride, padding, count_include_pad=count).numpy()
    by_torch = nnref.torch.avgpool(torch.from_numpy(x), k, stride, padding, count)
    np.testing.assert_allclose(nnref.numpy.avgpool(x, k, stride, padding, count), wanted, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(by_torch.numpy(), wanted, rtol=1e-12, atol=1e-14)


def test_global_means_agree_with_torch() -> None:
    x = RNG.normal(size=(2, 3, 4, 5))
    wanted = functional.adaptive_avg_pool2d(torch.from_numpy(x), 1).flatten(1).numpy()
    np.testing.assert_allclose(nnref.numpy.global_avg_pool(x), wanted, rtol=1e-12)
    np.testing.assert_allclose(nnref.torch.global_avg_pool(torch.from_numpy(x)).numpy(), wanted, rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_the_dtype_is_kept(dtype: type) -> None:
    x = RNG.normal(size=(1, 2, 4, 4)).astype(dtype)
    assert nnref.numpy.maxpool(x, 2, 2, 1).dtype == dtype
    assert nnref.numpy.avgpool(x, 2, 2, 1, False).dtype == dtype
    assert nnref.torch.avgpool(torch.from_numpy(x), 2, 2, 1, False).numpy().dtype == dtype
