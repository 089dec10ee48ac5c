"""Activation functions on tensors, differentiable wherever the mathematics is."""

import math

import torch
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    r"""Return the logistic function of every element.

    Formula: $\sigma(x) = \frac{1}{1 + e^{-x}}$.

    Shapes: x any; returns the shape of x.
    Note: each side has its own bounded exponential, so that values and gradients stay finite everywhere.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 3.10 and 4.1.
    """
    rising = torch.exp(x.clamp(max=0))
    falling = torch.exp(-x.clamp(min=0))
    return torch.where(x < 0, rising / (1 + rising), 1 / (1 + falling))


def log_sigmoid(x: Tensor) -> Tensor:
    r"""Return the logarithm of the logistic function.

    Formula: $\log \sigma(x) = -\log(1 + e^{-x})$.

    Shapes: x any; returns the shape of x.
    Note: for x < 0 the equal form x - log1p(exp(x)) is used.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 3.10 (softplus).
    """
    left = x - torch.log1p(torch.exp(x.clamp(max=0)))
    right = -torch.log1p(torch.exp(-x.clamp(min=0)))
    return torch.where(x < 0, left, right)


def step(x: Tensor, threshold: float = 0.0) -> Tensor:
    r"""Return 1 where x reaches the threshold and 0 elsewhere, in x's floating dtype (float64 for integers).

    Formula: $\mathrm{step}(x) = 1$ if $x \ge \mathrm{threshold}$, else $0$.

    Shapes: x any; returns the shape of x.
    Note: at the threshold itself the unit fires. No gradient flows: the derivative is 0 almost everywhere.
    Source: Rosenblatt 1958, The Perceptron, Psychological Review 65(6).
    """
    return (x >= threshold).to(x.dtype if x.is_floating_point() else torch.float64)


def sign(x: Tensor) -> Tensor:
    r"""Return -1, 0 or 1 by the sign of each element, in x's floating dtype (float64 for integers).

    Formula: $\mathrm{sign}(x) = x / |x|$, and $\mathrm{sign}(0) = 0$.

    Shapes: x any; returns the shape of x.
    Source: Widrow, Hoff 1960, Adaptive switching circuits, IRE WESCON (the +1/-1 quantiser).
    """
    dtype = x.dtype if x.is_floating_point() else torch.float64
    return (x > 0).to(dtype) - (x < 0).to(dtype)


def relu(x: Tensor) -> Tensor:
    r"""Return the positive part of every element.

    Formula: $\mathrm{relu}(x) = \max(x, 0)$.

    Shapes: x any; returns the shape of x.
    Note: the derivative at 0 is taken as 0. NaN stays NaN.
    Source: Nair, Hinton 2010, Rectified linear units improve restricted Boltzmann machines, ICML, section 2.
    """
    return torch.where(x <= 0, torch.zeros_like(x), x)


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    """Return x where it is positive and negative_slope * x elsewhere.

    Formula: $f(x) = x$ if $x > 0$, else $a x$ with $a$ the negative slope.

    Shapes: x any; returns the shape of x.
    Note: at 0 the derivative is the slope of the negative side, as in torch.
    Source: Maas, Hannun, Ng 2013, Rectifier nonlinearities improve neural network acoustic models, section 2.
    """
    slopes = torch.ones_like(x).masked_fill(x <= 0, negative_slope)
    return slopes * x


def tanh(x: Tensor) -> Tensor:
    r"""Return the hyperbolic tangent, from exponentials that cannot overflow.

    Formula: $\tanh x = \frac{e^{2x} - 1}{e^{2x} + 1}$ for $x < 0$, and its mirror image for $x \ge 0$.

    Shapes: x any; returns the shape of x.
    Note: expm1 keeps the digits of tiny x; clamping each side keeps the gradient finite.
    Source: LeCun, Bottou, Orr, Müller 1998, Efficient BackProp, section 4.4.
    """
    left = torch.expm1(2 * x.clamp(max=0))
    right = torch.expm1(-2 * x.clamp(min=0))
    return torch.where(x < 0, left / (left + 2), -right / (right + 2))


def swish(x: Tensor, beta: float = 1.0) -> Tensor:
    r"""Return x * sigmoid(beta * x); beta = 1 is SiLU.

    Formula: $\mathrm{swish}(x) = x\, \sigma(\beta x) = \frac{x}{1 + e^{-\beta x}}$.

    Shapes: x any; returns the shape of x.
    Source: Ramachandran, Zoph, Le 2017, Searching for activation functions, section 4.
    """
    return x * sigmoid(beta * x)


def gelu(x: Tensor, approximate: str = "none") -> Tensor:
    r"""Return the Gaussian error linear unit, exact ("none") or in its tanh form ("tanh").

    Formula: $\mathrm{gelu}(x) = x\, \Phi(x)$; tanh form $\frac{x}{2} (1 + \tanh(\sqrt{2/\pi} (x + 0.044715 x^3)))$.

    Shapes: x any; returns the shape of x.
    Raises: ValueError for another value of `approximate`.
    Note: 1 + tanh(u) = 2 sigmoid(2u).
    Source: Hendrycks, Gimpel 2016, Gaussian error linear units, section 2.
    """
    if approximate == "none":
        return x * torch.special.erfc(-x * math.sqrt(0.5)) / 2
    if approximate == "tanh":
        return x * sigmoid(math.sqrt(8 / math.pi) * x * (1 + 0.044715 * x**2))
    raise ValueError(f"approximate: expected 'none' or 'tanh', got {approximate!r}")


def softmax(x: Tensor, dim: int = -1, *, axis: int | None = None) -> Tensor:
    r"""Return the exponentials along a dimension, divided by their sum.

    Formula: $p_i = \frac{e^{x_i - m}}{\sum_j e^{x_j - m}}$ with $m = \max_j x_j$.

    Shapes: x any with at least one dimension; returns the shape of x.
    Note: the shift is detached, since the result does not depend on it. `axis` is another name for `dim`.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 4.1.
    """
    dim = dim if axis is None else axis
    weights = torch.exp(x - x.detach().amax(dim, keepdim=True))
    return weights / weights.sum(dim, keepdim=True)


def logsumexp(x: Tensor, dim: int = -1, *, axis: int | None = None) -> Tensor:
    r"""Return the logarithm of the sum of exponentials along a dimension.

    Formula: $\mathrm{lse}(x) = m + \log \sum_j e^{x_j - m}$ with $m = \max_j x_j$.

    Shapes: x any with at least one dimension; returns x's shape without it.
    Note: finite for every finite x. `axis` is another name for `dim`.
    Source: Blanchard, Higham, Higham 2021, Accurately computing the log-sum-exp and softmax functions,
        IMA Journal of Numerical Analysis 41(4), section 3.
    """
    dim = dim if axis is None else axis
    top = x.detach().amax(dim, keepdim=True)
    return (top + torch.log(torch.exp(x - top).sum(dim, keepdim=True))).squeeze(dim)


def log_softmax(x: Tensor, dim: int = -1, *, axis: int | None = None) -> Tensor:
    r"""Return the logarithm of the softmax along a dimension.

    Formula: $\log p_i = x_i - \log \sum_j e^{x_j}$.

    Shapes: x any with at least one dimension; returns the shape of x.
    Note: x is shifted by its maximum before the sum is taken off. `axis` is another name for `dim`.
    Source: Blanchard, Higham, Higham 2021, Accurately computing the log-sum-exp and softmax functions,
        IMA Journal of Numerical Analysis 41(4), section 3.
    """
    dim = dim if axis is None else axis
    shifted = x - x.detach().amax(dim, keepdim=True)
    return shifted - torch.exp(shifted).sum(dim, keepdim=True).log()
