"""Parameter updates and gradient clipping on tensors: new tensors come back, nothing is changed in place."""

from collections.abc import Sequence

import torch
from torch import Tensor


def sgd_momentum(
    w: Tensor, g: Tensor, v: Tensor, lr: float, momentum: float, nesterov: bool = False
) -> tuple[Tensor, Tensor]:
    r"""Return `(w, v)` after one step of gradient descent with momentum.

    Formula: $v' = \mu v + g$, then $w' = w - \eta v'$, or $w' = w - \eta (g + \mu v')$ with Nesterov momentum.

    Shapes: w, g, v any, equal; returns two tensors of that shape.
    Note: the learning rate stays outside the velocity, as in PyTorch.
    Source: Sutskever, Martens, Dahl, Hinton 2013, On the importance of initialization and momentum in deep learning,
        section 2.
    """
    velocity = g.add(v, alpha=momentum)
    direction = g.add(velocity, alpha=momentum) if nesterov else velocity
    return w.sub(direction, alpha=lr), velocity


def adagrad(w: Tensor, g: Tensor, s: Tensor, lr: float, eps: float = 1e-10) -> tuple[Tensor, Tensor]:
    r"""Return `(w, s)` after one step of Adagrad.

    Formula: $s' = s + g^2$, $w' = w - \eta\, g / (\sqrt{s'} + \epsilon)$.

    Shapes: w, g, s any, equal; returns two tensors of that shape.
    Source: Duchi, Hazan, Singer 2011, Adaptive subgradient methods, JMLR 12, section 1.
    """
    total = torch.addcmul(s, g, g)
    return torch.addcdiv(w, g, total.sqrt().add(eps), value=-lr), total


def rmsprop(
    w: Tensor, g: Tensor, s: Tensor, lr: float, alpha: float = 0.99, eps: float = 1e-8
) -> tuple[Tensor, Tensor]:
    r"""Return `(w, s)` after one step of RMSProp.

    Formula: $s' = \alpha s + (1 - \alpha) g^2$, $w' = w - \eta\, g / (\sqrt{s'} + \epsilon)$.

    Shapes: w, g, s any, equal; returns two tensors of that shape.
    Note: epsilon is added to the root, not under it.
    Source: Tieleman, Hinton 2012, Neural networks for machine learning, lecture 6.5.
    """
    average = torch.lerp(g * g, s, alpha)
    return torch.addcdiv(w, g, average.sqrt().add(eps), value=-lr), average


def adam(
    w: Tensor, g: Tensor, m: Tensor, v: Tensor, t: int, lr: float, b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8
) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(w, m, v)` after step t (counted from 1) of Adam.

    Formula: $m' = \beta_1 m + (1 - \beta_1) g$, $v' = \beta_2 v + (1 - \beta_2) g^2$, $\hat m = m' / (1 - \beta_1^t)$,
    $\hat v = v' / (1 - \beta_2^t)$, $w' = w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)$.

    Shapes: w, g, m, v any, equal; returns three tensors of that shape.
    Note: m and v come back without the bias correction; epsilon is added to the root, not under it.
    Source: Kingma, Ba 2015, Adam: a method for stochastic optimization, algorithm 1.
    """
    m = torch.lerp(g, m, b1)
    v = torch.lerp(g * g, v, b2)
    root = (v / (1 - b2**t)).sqrt() + eps
    return torch.addcdiv(w, m, root, value=-lr / (1 - b1**t)), m, v


def adamw(
    w: Tensor,
    g: Tensor,
    m: Tensor,
    v: Tensor,
    t: int,
    lr: float,
    b1: float = 0.9,
    b2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(w, m, v)` after step t (counted from 1) of Adam with decoupled weight decay.

    Formula: $w' = w - \eta \lambda w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)$, with $\hat m$, $\hat v$ as in Adam.

    Shapes: w, g, m, v any, equal; returns three tensors of that shape.
    Note: the decay never enters m and v, so it does not depend on the size of the gradients.
    Source: Loshchilov, Hutter 2019, Decoupled weight decay regularization, algorithm 2.
    """
    stepped, m, v = adam(w, g, m, v, t, lr, b1, b2, eps)
    return stepped - lr * weight_decay * w, m, v


def clip_grad_norm(grads: Sequence[Tensor], max_norm: float) -> tuple[list[Tensor], Tensor]:
    r"""Return the gradients scaled so that their joint norm is at most c = max_norm, and the norm before scaling.

    Formula: $n = \sqrt{\sum_i \|g_i\|^2}$, $g_i' = g_i \min(1, c / n)$.

    Shapes: grads a list of tensors of any shapes; returns a list of the same shapes and a scalar.
    Note: one factor for all tensors, so the direction stays. Gradients of norm 0 come back as they are.
    Source: Pascanu, Mikolov, Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1.
    """
    norm = torch.cat([g.reshape(-1) for g in grads]).square().sum().sqrt()
    factor = torch.where(norm > max_norm, max_norm / norm, 1)
    return [g * factor for g in grads], norm


def clip_grad_value(grads: Tensor | Sequence[Tensor], clip: float) -> Tensor | list[Tensor]:
    r"""Return the gradients with every element limited to [-clip, clip].

    Formula: $g' = \min(\max(g, -c), c)$.

    Shapes: grads one tensor or a list of them; returns a tensor or a list of the same shapes.
    Note: unlike clipping by norm this changes the direction.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 10.11.1.
    """
    if isinstance(grads, Tensor):
        return torch.where(grads.abs() > clip, clip * grads.sign(), grads)
    return [torch.where(g.abs() > clip, clip * g.sign(), g) for g in grads]
