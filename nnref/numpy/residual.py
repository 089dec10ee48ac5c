"""Skip connections: the residual block, sums and concatenations."""

from __future__ import annotations

import numpy as np

from nnref.numpy.arrays import Array


def residual_block(x: Array, w1: Array, b1: Array, w2: Array, b2: Array, wproj: Array | None = None) -> Array:
    r"""Return the output of a residual block of two dense layers.

    Formula: $y = \mathrm{relu}(F(x) + s(x))$ with $F(x) = \mathrm{relu}(x w_1 + b_1)\, w_2 + b_2$ and the shortcut
    $s(x) = x$, or $s(x) = x w_{proj}$ where a projection is given.

    Shapes: x (N, D); w1 (D, H); b1 (H,); w2 (H, M); b2 (M,); wproj (D, M) or None, which needs M = D; returns (N, M).
    Raises: ValueError if the shortcut and the branch differ in shape.
    Note: the last ReLU comes after the sum. A block whose branch is zero passes x on unchanged, but for the ReLU.
    Source: He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition, CVPR, section 3.2.
    """
    branch = np.maximum(x @ w1 + b1, 0) @ w2 + b2  # (N, M)
    shortcut = x if wproj is None else x @ wproj  # (N, M)
    return np.maximum(skip_sum(branch, shortcut), 0)


def skip_sum(x: Array, y: Array) -> Array:
    r"""Return the sum of two feature maps of the same shape.

    Formula: $x + y$.

    Shapes: x and y alike; returns the same shape.
    Raises: ValueError where the shapes differ, also where broadcasting would work.
    Note: broadcasting would hide a missing projection of the shortcut.
    Source: He, Zhang, Ren, Sun 2016, Deep Residual Learning for Image Recognition, CVPR, section 3.2.
    """
    if x.shape != y.shape:
        raise ValueError(f"a sum needs equal shapes, got {x.shape} and {y.shape}")
    total: Array = x + y
    return total


def skip_concat(x: Array, y: Array, axis: int = 1) -> Array:
    r"""Return two feature maps joined along their channels.

    Formula: the channels of x followed by those of y.

    Shapes: x (N, C1, ...), y (N, C2, ...), alike on all other axes; returns (N, C1 + C2, ...).
    Raises: ValueError where another axis differs.
    Note: nothing is mixed: the next layer decides how to use both.
    Source: Ronneberger, Fischer, Brox 2015, U-Net, MICCAI, section 2; Huang et al. 2017, DenseNet, CVPR, section 3.
    """
    return np.concatenate([x, y], axis=axis)


def dense_block_channels(c0: int, growth: int, layers: int) -> int:
    r"""Return the number of channels after a dense block.

    Formula: $c_0 + L k$ for L layers of growth rate k, each of which adds its k channels to all earlier ones.

    Shapes: whole numbers.
    Raises: nothing of its own.
    Note: layer l (from 1) reads $c_0 + (l-1) k$ channels.
    Source: Huang, Liu, van der Maaten, Weinberger 2017, Densely Connected Convolutional Networks, CVPR, section 3.
    """
    return c0 + growth * layers
