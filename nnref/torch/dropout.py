"""Inverted dropout and its backward pass."""

from __future__ import annotations

import torch
from torch import Tensor


def dropout(x: Tensor, p: float, training: bool, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    r"""Return `x` after inverted dropout, and the mask of what was kept.

    Formula: in training $y_i = m_i x_i / (1-p)$, $m_i \sim \mathrm{Bernoulli}(1-p)$; otherwise $y = x$.

    Shapes: x any; returns out and mask (boolean, True = kept), both like x.
    Raises: ValueError unless 0 <= p < 1.
    Note: p is the probability to drop. The division makes the expected output equal to x, so evaluation does nothing.
    Source: Srivastava et al. 2014, Dropout, JMLR 15, sections 4 and 10.
    """
    check_probability(p)
    if not training:
        return x.clone(), torch.ones_like(x, dtype=torch.bool)
    keep = torch.full(x.shape, 1.0 - p, dtype=torch.float64, device=generator.device)
    mask = torch.bernoulli(keep, generator=generator).to(device=x.device, dtype=torch.bool)
    return x.masked_fill(~mask, 0.0) / (1.0 - p), mask


def dropout_backward(dout: Tensor, mask: Tensor, p: float) -> Tensor:
    r"""Return the gradient of the loss by the input of `dropout` in training.

    Formula: $dx_i = m_i\, dout_i / (1-p)$.

    Shapes: dout and mask alike; returns the same shape.
    Raises: ValueError unless 0 <= p < 1.
    Note: the mask is the one of the forward pass; a fresh draw would give the gradient of another function.
    Source: Srivastava et al. 2014, Dropout, JMLR 15, section 5.1.
    """
    check_probability(p)
    return dout.masked_fill(~mask, 0.0) / (1.0 - p)


def check_probability(p: float) -> None:
    """Raise ValueError unless `p` is a probability below one."""
    if not 0.0 <= p < 1.0:
        raise ValueError(f"the drop probability must be at least 0 and below 1, got {p}")
