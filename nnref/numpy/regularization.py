"""Penalties on the weights, their gradients and the proximal step."""

import numpy as np

from nnref.numpy.activations import sign
from nnref.numpy.arrays import Array


def elastic_net(w: Array, l1: float, l2: float) -> tuple[Array, Array]:
    r"""Return `(penalty, grad)` of the elastic net.

    Formula: $R = \lambda_1 \sum_i |w_i| + \frac{\lambda_2}{2} \sum_i w_i^2$ and
    $\frac{\partial R}{\partial w_i} = \lambda_1 \mathrm{sign}(w_i) + \lambda_2 w_i$.

    Shapes: w any; returns a scalar and an array of the shape of w.
    Note: at 0 the subgradient 0 is taken for |w|. Only weights are penalised; leave biases out by not passing them.
    Source: Zou, Hastie 2005, Regularization and variable selection via the elastic net, JRSS B 67(2), section 2.
    """
    penalty = l1 * np.abs(w).sum() + l2 / 2 * np.square(w).sum()
    return penalty, l1 * sign(w) + l2 * w


def soft_threshold(w: Array, t: float) -> Array:
    r"""Return the proximal step of the L1 penalty: every element moved towards 0 by t, and never past it.

    Formula: $S_t(w) = \mathrm{sign}(w) \max(|w| - t, 0)$.

    Shapes: w any; returns the shape of w.
    Note: elements up to t in size become exactly 0, which no finite number of subgradient steps achieves.
    Source: Beck, Teboulle 2009, A fast iterative shrinkage-thresholding algorithm, SIAM J. Imaging Sciences 2(1).
    """
    return sign(w) * np.maximum(np.abs(w) - t, 0)
