"""Inverted dropout of values, of whole channels and of whole samples, and its backward pass."""

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


def dropout2d(x: Tensor, p: float, training: bool, generator: torch.Generator) -> Tensor:
    r"""Return `x` with whole channels dropped: one decision for each channel of each sample.

    Formula: in training $y_{ncij} = m_{nc}\, x_{ncij} / (1-p)$, where $m_{nc}$ is 1 with probability $1-p$, else 0;
    otherwise $y = x$.

    Shapes: x (N, C, H, W); returns (N, C, H, W).
    Raises: ValueError unless 0 <= p < 1.
    Note: neighbouring pixels of a feature map say much the same, so dropping them one by one takes little away.
    Source: Tompson et al. 2015, Efficient Object Localization Using Convolutional Networks, CVPR, section 3.2.
    """
    return _dropped_together(x, x.shape[:2], p, training, generator)


def drop_path(x: Tensor, p: float, training: bool, generator: torch.Generator) -> Tensor:
    r"""Return `x` with whole samples dropped: a residual branch switched off at random (stochastic depth).

    Formula: in training $y_n = m_n x_n / (1-p)$, $m_n \sim \mathrm{Bernoulli}(1-p)$; otherwise $y = x$.

    Shapes: x (N, ...); returns the same shape.
    Raises: ValueError unless 0 <= p < 1.
    Note: applied to a branch before it is added to the shortcut; a dropped sample passes through the shortcut alone.
    Source: Huang et al. 2016, Deep Networks with Stochastic Depth, ECCV, section 3; Larsson et al. 2017, ICLR.
    """
    return _dropped_together(x, x.shape[:1], p, training, generator)


def check_probability(p: float) -> None:
    """Raise ValueError unless `p` is a probability below one."""
    if not 0.0 <= p < 1.0:
        raise ValueError(f"the drop probability must be at least 0 and below 1, got {p}")


def _dropped_together(x: Tensor, decisions: tuple[int, ...], p: float, training: bool, rng: torch.Generator) -> Tensor:
    """Return `x` after dropout with one decision for each index into its leading axes."""
    marks = torch.ones(decisions, device=x.device)
    _, mask = dropout(marks, p, training, rng)
    if not training:
        return x.clone()
    return x.masked_fill(~mask.reshape(*decisions, *[1] * (x.ndim - mask.ndim)), 0.0) / (1.0 - p)
