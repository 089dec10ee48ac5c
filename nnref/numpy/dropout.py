"""Inverted dropout of values, of whole channels and of whole samples, and its backward pass."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnref.numpy.arrays import Array

Mask = NDArray[np.bool_]


def dropout(x: Array, p: float, training: bool, rng: np.random.Generator) -> tuple[Array, Mask]:
    r"""Return `x` after inverted dropout, and the mask of what was kept.

    Formula: in training $y_i = m_i x_i / (1-p)$, $m_i \sim \mathrm{Bernoulli}(1-p)$; otherwise $y = x$.

    Shapes: x any; returns out and mask (boolean, True = kept), both like x.
    Raises: ValueError unless 0 <= p < 1.
    Note: p is the probability to drop. The division makes the expected output equal to x, so evaluation does nothing.
    Source: Srivastava et al. 2014, Dropout, JMLR 15, sections 4 and 10.
    """
    check_probability(p)
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return _scaled(x, mask, p), mask


def dropout_backward(dout: Array, mask: Mask, p: float) -> Array:
    r"""Return the gradient of the loss by the input of `dropout` in training.

    Formula: $dx_i = m_i\, dout_i / (1-p)$.

    Shapes: dout and mask alike; returns the same shape.
    Raises: ValueError unless 0 <= p < 1.
    Note: the mask is the one of the forward pass; a fresh draw would give the gradient of another function.
    Source: Srivastava et al. 2014, Dropout, JMLR 15, section 5.1.
    """
    check_probability(p)
    return _scaled(dout, mask, p)


def dropout2d(x: Array, p: float, training: bool, rng: np.random.Generator) -> Array:
    r"""Return `x` with whole channels dropped: one decision for each channel of each sample.

    Formula: in training $y_{ncij} = m_{nc}\, x_{ncij} / (1-p)$, where $m_{nc}$ is 1 with probability $1-p$, else 0;
    otherwise $y = x$.

    Shapes: x (N, C, H, W); returns (N, C, H, W).
    Raises: ValueError unless 0 <= p < 1.
    Note: neighbouring pixels of a feature map say much the same, so dropping them one by one takes little away.
    Source: Tompson et al. 2015, Efficient Object Localization Using Convolutional Networks, CVPR, section 3.2.
    """
    return _dropped_together(x, x.shape[:2], p, training, rng)


def drop_path(x: Array, p: float, training: bool, rng: np.random.Generator) -> Array:
    r"""Return `x` with whole samples dropped: a residual branch switched off at random (stochastic depth).

    Formula: in training $y_n = m_n x_n / (1-p)$, $m_n \sim \mathrm{Bernoulli}(1-p)$; otherwise $y = x$.

    Shapes: x (N, ...); returns the same shape.
    Raises: ValueError unless 0 <= p < 1.
    Note: applied to a branch before it is added to the shortcut; a dropped sample passes through the shortcut alone.
    Source: Huang et al. 2016, Deep Networks with Stochastic Depth, ECCV, section 3; Larsson et al. 2017, ICLR.
    """
    return _dropped_together(x, x.shape[:1], p, training, rng)


def check_probability(p: float) -> None:
    """Raise ValueError unless `p` is a probability below one."""
    if not 0 <= p < 1:
        raise ValueError(f"the drop probability must be at least 0 and below 1, got {p}")


def _scaled(values: Array, mask: Mask, p: float) -> Array:
    kept: Array = np.where(mask, values, np.zeros((), dtype=values.dtype)) / (1 - float(p))
    return kept


def _dropped_together(
    x: Array, decisions: tuple[int, ...], p: float, training: bool, rng: np.random.Generator
) -> Array:
    """Return `x` after dropout with one decision for each index into its leading axes."""
    check_probability(p)
    if not training:
        return x.copy()
    mask = rng.random(decisions) >= p
    return _scaled(x, mask.reshape(*decisions, *(1,) * (x.ndim - mask.ndim)), p)
