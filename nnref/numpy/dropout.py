"""Inverted dropout and its backward pass."""

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


def check_probability(p: float) -> None:
    """Raise ValueError unless `p` is a probability below one."""
    if not 0 <= p < 1:
        raise ValueError(f"the drop probability must be at least 0 and below 1, got {p}")


def _scaled(values: Array, mask: Mask, p: float) -> Array:
    kept: Array = np.where(mask, values, np.zeros((), dtype=values.dtype)) / (1 - float(p))
    return kept
