"""Pooling of images: largest and mean values of windows, and the backward pass of the former."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import pad

Window = int | tuple[int, int]


def maxpool(x: Tensor, k: Window, stride: int, padding: int = 0) -> Tensor:
    r"""Return the largest value of every window.

    Formula: $y_{ncij} = \max_{u,v} x_{n,c,is+u-p,js+v-p}$, with $-\infty$ outside of the image.

    Shapes: x (N, C, H, W); k one size or (kh, kw); returns (N, C, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: RuntimeError if the window is larger than the padded image.
    Note: gathered at the first largest value, so that at ties one position gets the whole gradient.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3.
    """
    windows = _windows(pad(x, [padding] * 4, value=-torch.inf), k, stride)  # (N, C, oh, ow, kh * kw)
    return windows.gather(-1, _first_largest(windows)).squeeze(-1)


def maxpool_backward(dout: Tensor, x: Tensor, k: Window, stride: int, padding: int = 0) -> Tensor:
    r"""Return the gradient of the loss by the input of `maxpool`.

    Formula: each window adds its $dout$ to the position of its largest value.

    Shapes: dout (N, C, oh, ow); x (N, C, H, W); returns (N, C, H, W).
    Raises: RuntimeError where the shapes do not fit.
    Note: of several equal values the first in row-major order gets the gradient; overlapping windows add up.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 9.3; ties as in torch's max_pool2d.
    """
    padded = pad(x, [padding] * 4, value=-torch.inf)
    places = torch.arange(padded.numel(), device=x.device).reshape(padded.shape)
    best = _first_largest(_windows(padded, k, stride))
    targets = _windows(places, k, stride).gather(-1, best).reshape(-1)
    flat = dout.new_zeros(padded.numel()).index_add(0, targets, dout.reshape(-1))
    return flat.reshape(padded.shape)[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]


def avgpool(x: Tensor, k: Window, stride: int, padding: int = 0, count_include_pad: bool = True) -> Tensor:
    r"""Return the mean of every window.

    Formula: $y_{ncij} = \tfrac{1}{m} \sum_{u,v} x_{n,c,is+u-p,js+v-p}$ with zeros outside of the image; m is the size
    of the window, or the number of its values that lie in the image where `count_include_pad` is False.

    Shapes: x (N, C, H, W); k one size or (kh, kw); returns (N, C, oh, ow), oh = (H + 2 padding - kh) // stride + 1.
    Raises: RuntimeError if the window is larger than the padded image.
    Note: the two conventions differ at the borders only.
    Source: LeCun et al. 1998, Gradient-based learning applied to document recognition, section II; torch.nn.AvgPool2d.
    """
    counted = pad(torch.ones_like(x), [padding] * 4, value=float(count_include_pad))
    total = _windows(pad(x, [padding] * 4), k, stride).sum(dim=-1)  # (N, C, oh, ow)
    return total / _windows(counted, k, stride).sum(dim=-1)


def global_avg_pool(x: Tensor) -> Tensor:
    r"""Return the mean of every channel over all positions.

    Formula: $y_{nc} = \tfrac{1}{HW} \sum_{i,j} x_{ncij}$.

    Shapes: x (N, C, H, W); returns (N, C).
    Raises: nothing of its own.
    Note: has no parameters and accepts images of any size.
    Source: Lin, Chen, Yan 2014, Network In Network, ICLR, section 3.2.
    """
    return x.flatten(start_dim=2).mean(dim=-1)


def _windows(x: Tensor, k: Window, stride: int) -> Tensor:
    kh, kw = (k, k) if isinstance(k, int) else k
    return x.unfold(2, kh, stride).unfold(3, kw, stride).flatten(start_dim=4)  # (N, C, oh, ow, kh * kw)


def _first_largest(windows: Tensor) -> Tensor:
    """Return the place of the first largest value of every window; argmax leaves open which one of several it is."""
    largest = windows == windows.amax(dim=-1, keepdim=True)
    return largest.to(torch.int8).cumsum(dim=-1).eq(1).logical_and(largest).to(torch.int8).argmax(dim=-1, keepdim=True)
