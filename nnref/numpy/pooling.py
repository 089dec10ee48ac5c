"""Pooling of images: largest and mean values of windows, and the backward pass of the former."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nnref.numpy.arrays import Array

Window = int | tuple[int, int]


def maxpool(x: Array, k: Window, stride: int, padding: int = 0) -> Array:
    r"""Return the largest value of every window.

    Formula: $y_{ncij} = \max_{u,v} x_{n,c,is+u-p,js+v-p}$, with $-\infty$ outside of the image.

    Shapes: x (N, C, H, W); k one size or (kh, kw); returns (N, C, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: ValueError if the window is larger than the padded image.
    Note: padding with minus infinity never wins, also where all values are negative.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3.
    """
    largest: Array = _windows(_padded(x, padding, -np.inf), k, stride).max(axis=(4, 5))  # (N, C, oh, ow)
    return largest


def maxpool_backward(dout: Array, x: Array, k: Window, stride: int, padding: int = 0) -> Array:
    r"""Return the gradient of the loss by the input of `maxpool`.

    Formula: each window adds its $dout$ to the position of its largest value.

    Shapes: dout (N, C, oh, ow); x (N, C, H, W); returns (N, C, H, W).
    Raises: ValueError where the shapes do not fit.
    Note: of several equal values the first in row-major order gets the gradient; overlapping windows add up.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3; ties as in torch's max_pool2d.
    """
    padded = _padded(x, padding, -np.inf)
    windows = _windows(padded, k, stride)  # (N, C, oh, ow, kh, kw)
    best = windows.reshape(*windows.shape[:4], -1).argmax(axis=-1)  # (N, C, oh, ow)
    n, c, i, j = np.indices(best.shape)
    dpadded = np.zeros(padded.shape, dtype=dout.dtype)
    np.add.at(dpadded, (n, c, i * stride + best // windows.shape[5], j * stride + best % windows.shape[5]), dout)
    return dpadded[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]].copy()


def avgpool(x: Array, k: Window, stride: int, padding: int = 0, count_include_pad: bool = True) -> Array:
    r"""Return the mean of every window.

    Formula: $y_{ncij} = \tfrac{1}{m} \sum_{u,v} x_{n,c,is+u-p,js+v-p}$ with zeros outside of the image; m is the size
    of the window, or the number of its values that lie in the image where `count_include_pad` is False.

    Shapes: x (N, C, H, W); k one size or (kh, kw); returns (N, C, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: ValueError if the window is larger than the padded image.
    Note: the two conventions differ at the borders only.
    Source: LeCun et al. 1998, Gradient-based learning applied to document recognition, section II; torch.nn.AvgPool2d.
    """
    windows = _windows(_padded(x, padding, 0), k, stride)  # (N, C, oh, ow, kh, kw)
    counted = _windows(_padded(np.ones_like(x), padding, int(count_include_pad)), k, stride).sum(axis=(4, 5))
    averages: Array = windows.sum(axis=(4, 5)) / counted
    return averages


def global_avg_pool(x: Array) -> Array:
    r"""Return the mean of every channel over all positions.

    Formula: $y_{nc} = \tfrac{1}{HW} \sum_{i,j} x_{ncij}$.

    Shapes: x (N, C, H, W); returns (N, C).
    Raises: nothing of its own.
    Note: has no parameters and accepts images of any size.
    Source: Lin, Chen, Yan 2014, Network In Network, ICLR, section 3.2.
    """
    means: Array = x.mean(axis=(2, 3))
    return means


def _padded(x: Array, padding: int, value: float) -> Array:
    return np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=value)


def _windows(x: Array, k: Window, stride: int) -> Array:
    size = (k, k) if isinstance(k, int) else tuple(k)
    return sliding_window_view(x, size, axis=(2, 3))[:, :, ::stride, ::stride]  # (N, C, oh, ow, kh, kw)
