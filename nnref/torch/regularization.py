"""Penalties on the weights, their gradients and the proximal step, on tensors."""

import torch
from torch import Tensor


def elastic_net(w: Tensor, l1: float, l2: float) -> tuple[Tensor, Tensor]:
    r"""Return `(penalty, grad)` of the elastic net.

    Formula: $R = \lambda_1 \sum_i |w_i| + \frac{\lambda_2}{2} \sum_i w_i^2$ and
    $\frac{\partial R}{\partial w_i} = \lambda_1 \mathrm{sign}(w_i) + \lambda_2 w_i$.

    Shapes: w any; returns a scalar and a tensor of the shape of w.
    Note: at 0 the subgradient 0 is taken for |w|. Only weights are penalised; leave biases out by not passing them.
    Source: Zou, Hastie 2005, Regularization and variable selection via the elastic net, JRSS B 67(2), section 2.
    """
    flat = w.reshape(-1)
    penalty = (flat * (l1 * torch.sign(flat) + l2 * flat / 2)).sum()
    return penalty, l1 * torch.sign(w) + l2 * w


def soft_threshold(w: Tensor, t: float) -> Tensor:
    r"""Return the proximal step of the L1 penalty: every element moved towards 0 by t, and never past it.

    Formula: $S_t(w) = \mathrm{sign}(w) \max(|w| - t, 0)$.

    Shapes: w any; returns the shape of w.
    Note: elements up to t in size become exactly 0, which no finite number of subgradient steps achieves.
    Source: Beck, Teboulle 2009, A fast iterative shrinkage-thresholding algorithm, SIAM J. Imaging Sciences 2(1).
    """
    return torch.where(w > t, w - t, torch.where(w < -t, w + t, torch.zeros_like(w)))
