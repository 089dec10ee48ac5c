"""Parameter updates and gradient clipping: new arrays come back, nothing is changed in place."""

import math
from collections.abc import Sequence

import numpy as np

from nnref.numpy.arrays import Array


def sgd_momentum(
    w: Array, g: Array, v: Array, lr: float, momentum: float, nesterov: bool = False
) -> tuple[Array, Array]:
    r"""Return `(w, v)` after one step of gradient descent with momentum.

    Formula: $v' = \mu v + g$, then $w' = w - \eta v'$, or $w' = w - \eta (g + \mu v')$ with Nesterov momentum.

    Shapes: w, g, v any, equal; returns two arrays of that shape.
    Note: the learning rate stays outside the velocity, as in PyTorch.
    Source: Sutskever, Martens, Dahl, Hinton 2013, On the importance of initialization and momentum in deep learning,
        section 2.
    """
    v = momentum * v + g
    return w - lr * (g + momentum * v if nesterov else v), v


def adagrad(w: Array, g: Array, s: Array, lr: float, eps: float = 1e-10) -> tuple[Array, Array]:
    r"""Return `(w, s)` after one step of Adagrad.

    Formula: $s' = s + g^2$, $w' = w - \eta\, g / (\sqrt{s'} + \epsilon)$.

    Shapes: w, g, s any, equal; returns two arrays of that shape.
    Source: Duchi, Hazan, Singer 2011, Adaptive subgradient methods, JMLR 12, section 1.
    """
    s = s + np.square(g)
    return w - lr * g / (np.sqrt(s) + eps), s


def rmsprop(w: Array, g: Array, s: Array, lr: float, alpha: float = 0.99, eps: float = 1e-8) -> tuple[Array, Array]:
    r"""Return `(w, s)` after one step of RMSProp.

    Formula: $s' = \alpha s + (1 - \alpha) g^2$, $w' = w - \eta\, g / (\sqrt{s'} + \epsilon)$.

    Shapes: w, g, s any, equal; returns two arrays of that shape.
    Note: epsilon is added to the root, not under it.
    Source: Tieleman, Hinton 2012, Neural networks for machine learning, lecture 6.5.
    """
    s = alpha * s + (1 - alpha) * np.square(g)
    return w - lr * g / (np.sqrt(s) + eps), s


def adam(
    w: Array, g: Array, m: Array, v: Array, t: int, lr: float, b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8
) -> tuple[Array, Array, Array]:
    r"""Return `(w, m, v)` after step t (counted from 1) of Adam.

    Formula: $m' = \beta_1 m + (1 - \beta_1) g$, $v' = \beta_2 v + (1 - \beta_2) g^2$, $\hat m = m' / (1 - \beta_1^t)$,
    $\hat v = v' / (1 - \beta_2^t)$, $w' = w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)$.

    Shapes: w, g, m, v any, equal; returns three arrays of that shape.
    Note: m and v come back without the bias correction; epsilon is added to the root, not under it.
    Source: Kingma, Ba 2015, Adam: a method for stochastic optimization, algorithm 1.
    """
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * np.square(g)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def adamw(
    w: Array,
    g: Array,
    m: Array,
    v: Array,
    t: int,
    lr: float,
    b1: float = 0.9,
    b2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Array, Array, Array]:
    r"""Return `(w, m, v)` after step t (counted from 1) of Adam with decoupled weight decay.

    Formula: $w' = w - \eta \lambda w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)$, with $\hat m$, $\hat v$ as in Adam.

    Shapes: w, g, m, v any, equal; returns three arrays of that shape.
    Note: the decay never enters m and v, so it does not depend on the size of the gradients.
    Source: Loshchilov, Hutter 2019, Decoupled weight decay regularization, algorithm 2.
    """
    return adam(w - lr * weight_decay * w, g, m, v, t, lr, b1, b2, eps)


def clip_grad_norm(grads: Sequence[Array], max_norm: float) -> tuple[list[Array], float]:
    r"""Return the gradients scaled so that their joint norm is at most c = max_norm, and the norm before scaling.

    Formula: $n = \sqrt{\sum_i \|g_i\|^2}$, $g_i' = g_i \min(1, c / n)$.

    Shapes: grads a list of arrays of any shapes; returns a list of the same shapes and a scalar.
    Note: one factor for all arrays, so the direction stays. Gradients of norm 0 come back as they are.
    Source: Pascanu, Mikolov, Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1.
    """
    norm = math.hypot(*(float(np.linalg.norm(g.ravel())) for g in grads))
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm


def clip_grad_value(grads: Array | Sequence[Array], clip: float) -> Array | list[Array]:
    r"""Return the gradients with every element limited to [-clip, clip].

    Formula: $g' = \min(\max(g, -c), c)$.

    Shapes: grads one array or a list of them; returns an array or a list of the same shapes.
    Note: unlike clipping by norm this changes the direction.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 10.11.1.
    """
    if isinstance(grads, np.ndarray):
        return np.clip(grads, -clip, clip)
    return [np.clip(g, -clip, clip) for g in grads]
