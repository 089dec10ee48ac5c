"""Skip connections: the residual block, sums and concatenations."""

from __future__ import annotations

import torch
from torch import Tensor


def residual_block(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, wproj: Tensor | None = None) -> Tensor:
    r"""Return the output of a residual block of two dense layers.

    Formula: $y = \mathrm{relu}(F(x) + s(x))$ with $F(x) = \mathrm{relu}(x w_1 + b_1)\, w_2 + b_2$ and the shortcut
    $s(x) = x$, or $s(x) = x w_{proj}$ where a projection is given.

    Shapes: x (N, D); w1 (D, H); b1 (H,); w2 (H, M); b2 (M,); wproj (D, M) or None, which needs M = D; returns (N, M).
    Raises: ValueError if the shortcut and the branch differ in shape.
    Note: the last ReLU comes after the sum. A block whose branch is zero passes x on unchanged, but for the ReLU.
    Source: He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition, CVPR, section 3.2.
    """
    branch = torch.addmm(b2, torch.addmm(b1, x, w1).relu(), w2)  # (N, M)
    shortcut = x if wproj is None else torch.mm(x, wproj)  # (N, M)
    return torch.relu(skip_sum(shortcut, branch))


def skip_sum(x: Tensor, y: Tensor) -> Tensor:
    r"""Return the sum of two feature maps of the same shape.

    Formula: $x + y$.

    Shapes: x and y alike; returns the same shape.
    Raises: ValueError where the shapes differ, also where broadcasting would work.
    Note: broadcasting would hide a missing projection of the shortcut.
    Source: He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition, CVPR, section 3.2.
    """
    if x.shape != y.shape:
        raise ValueError(f"a sum needs equal shapes, got {tuple(x.shape)} and {tuple(y.shape)}")
    return torch.add(x, y)


def skip_concat(x: Tensor, y: Tensor, axis: int = 1) -> Tensor:
    r"""Return two feature maps joined along their channels.

    Formula: the channels of x followed by those of y.

    Shapes: x (N, C1, ...), y (N, C2, ...), alike on all other axes; returns (N, C1 + C2, ...).
    Raises: RuntimeError where another axis differs.
    Note: nothing is mixed: the next layer decides how to use both.
    Source: Ronneberger, Fischer, Brox 2015, U-Net, MICCAI, section 2; Huang et al. 2017, DenseNet, CVPR, section 3.
    """
    return torch.cat([x, y], dim=axis)


def dense_block_channels(c0: int, growth: int, layers: int) -> int:
    r"""Return the number of channels after a dense block.

    Formula: $c_0 + L k$ for L layers of growth rate k, each of which adds its k channels to all earlier ones.

    Shapes: whole numbers.
    Raises: nothing of its own.
    Note: layer l (from 1) reads $c_0 + (l-1) k$ channels.
    Source: Huang, Liu, van der Maaten, Weinberger 2017, Densely Connected Convolutional Networks, CVPR, section 3.
    """
    return sum([growth] * layers, start=c0)
