"""Activation functions, each in the form that neither overflows nor loses its tail."""

import math

import numpy as np

from nnref.numpy.arrays import Array


def sigmoid(x: Array) -> Array:
    r"""Return the logistic function of every element.

    Formula: $\sigma(x) = \frac{1}{1 + e^{-x}}$.

    Shapes: x any; returns the shape of x.
    Note: only exp(-|x|) is taken, so nothing overflows: for x < 0 the equal form exp(x) / (1 + exp(x)) is used.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, sections 3.10 and 4.1.
    """
    decay = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, decay) / (1 + decay)


def log_sigmoid(x: Array) -> Array:
    r"""Return the logarithm of the logistic function.

    Formula: $\log \sigma(x) = -\log(1 + e^{-x}) = \min(x, 0) - \log(1 + e^{-|x|})$.

    Shapes: x any; returns the shape of x.
    Note: exact to rounding on both sides: x itself far left, -exp(-x) far right.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 3.10 (softplus).
    """
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))


def step(x: Array, threshold: float = 0.0) -> Array:
    r"""Return 1 where x reaches the threshold and 0 elsewhere, in x's floating dtype (float64 for integers).

    Formula: $\mathrm{step}(x) = 1$ if $x \ge \mathrm{threshold}$, else $0$.

    Shapes: x any; returns the shape of x.
    Note: at the threshold itself the unit fires.
    Source: Rosenblatt 1958, The Perceptron, Psychological Review 65(6).
    """
    x = np.asarray(x)
    return (x >= threshold).astype(np.result_type(x, np.float16) if x.dtype.kind == "f" else np.float64)


def sign(x: Array) -> Array:
    r"""Return -1, 0 or 1 by the sign of each element, in x's floating dtype (float64 for integers).

    Formula: $\mathrm{sign}(x) = x / |x|$, and $\mathrm{sign}(0) = 0$.

    Shapes: x any; returns the shape of x.
    Source: Widrow, Hoff 1960, Adaptive switching circuits, IRE WESCON (the +1/-1 quantiser).
    """
    fires = step(x)
    return fires - step(-np.asarray(x)).astype(fires.dtype)


def relu(x: Array) -> Array:
    r"""Return the positive part of every element.

    Formula: $\mathrm{relu}(x) = \max(x, 0)$.

    Shapes: x any; returns the shape of x.
    Note: the derivative at 0 is taken as 0. NaN stays NaN.
    Source: Nair, Hinton 2010, Rectified linear units improve restricted Boltzmann machines, ICML, section 2.
    """
    return np.maximum(x, 0)


def leaky_relu(x: Array, negative_slope: float = 0.01) -> Array:
    """Return x where it is positive and negative_slope * x elsewhere.

    Formula: $f(x) = x$ if $x > 0$, else $a x$ with $a$ the negative slope.

    Shapes: x any; returns the shape of x.
    Note: max(x, slope * x) is the same only for slopes up to 1.
    Source: Maas, Hannun, Ng 2013, Rectifier nonlinearities improve neural network acoustic models, section 2.
    """
    return np.where(x > 0, x, negative_slope * x)


def tanh(x: Array) -> Array:
    r"""Return the hyperbolic tangent, from one exponential that cannot overflow.

    Formula: $\tanh x = \mathrm{sign}(x) \frac{1 - e^{-2|x|}}{1 + e^{-2|x|}}$.

    Shapes: x any; returns the shape of x.
    Note: 1 - e is taken as -expm1(-2 |x|), so that tiny x keep all their digits.
    Source: LeCun, Bottou, Orr, Müller 1998, Efficient BackProp, section 4.4.
    """
    gap = np.expm1(-2 * np.abs(x))
    return np.copysign(gap / (gap + 2), x)


def swish(x: Array, beta: float = 1.0) -> Array:
    r"""Return x * sigmoid(beta * x); beta = 1 is SiLU.

    Formula: $\mathrm{swish}(x) = x\, \sigma(\beta x) = \frac{x}{1 + e^{-\beta x}}$.

    Shapes: x any; returns the shape of x.
    Source: Ramachandran, Zoph, Le 2017, Searching for activation functions, section 4.
    """
    return x * sigmoid(beta * x)


def gelu(x: Array, approximate: str = "none") -> Array:
    r"""Return the Gaussian error linear unit, exact ("none") or in its tanh form ("tanh").

    Formula: $\mathrm{gelu}(x) = x\, \Phi(x)$; tanh form $\frac{x}{2} (1 + \tanh(\sqrt{2/\pi} (x + 0.044715 x^3)))$.

    Shapes: x any; returns the shape of x.
    Raises: ValueError for another value of `approximate`.
    Note: Phi(x) = erfc(-x / sqrt 2) / 2 keeps the left tail, which 1 + erf(x / sqrt 2) rounds away.
    Source: Hendrycks, Gimpel 2016, Gaussian error linear units, section 2.
    """
    if approximate == "tanh":
        return x / 2 * (1 + tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x)))
    if approximate != "none":
        raise ValueError(f"approximate: expected 'none' or 'tanh', got {approximate!r}")
    erfc = np.vectorize(math.erfc, otypes=[np.float64])
    return x / 2 * erfc(-np.asarray(x, np.float64) / math.sqrt(2)).astype(np.asarray(x).dtype)


def softmax(x: Array, axis: int = -1) -> Array:
    r"""Return the exponentials along an axis, divided by their sum.

    Formula: $p_i = \frac{e^{x_i - m}}{\sum_j e^{x_j - m}}$ with $m = \max_j x_j$.

    Shapes: x any with at least one axis; returns the shape of x.
    Note: the shift by the maximum of each slice changes nothing in exact arithmetic and keeps exp at or below 1.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 4.1.
    """
    weights = np.exp(x - x.max(axis=axis, keepdims=True))
    return weights / weights.sum(axis=axis, keepdims=True)


def logsumexp(x: Array, axis: int = -1) -> Array:
    r"""Return the logarithm of the sum of exponentials along an axis.

    Formula: $\mathrm{lse}(x) = m + \log \sum_j e^{x_j - m}$ with $m = \max_j x_j$.

    Shapes: x any with at least one axis; returns x's shape without that axis.
    Note: finite for every finite x; between max(x) and max(x) + log(n).
    Source: Blanchard, Higham, Higham 2021, Accurately computing the log-sum-exp and softmax functions,
        IMA Journal of Numerical Analysis 41(4), section 3.
    """
    top = x.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis=axis) + np.log(np.exp(x - top).sum(axis=axis))


def log_softmax(x: Array, axis: int = -1) -> Array:
    r"""Return the logarithm of the softmax along an axis.

    Formula: $\log p_i = x_i - \log \sum_j e^{x_j}$.

    Shapes: x any with at least one axis; returns the shape of x.
    Note: taken as (x - m) - log sum exp(x - m), which keeps digits that x - lse(x) loses for large x.
    Source: Blanchard, Higham, Higham 2021, Accurately computing the log-sum-exp and softmax functions,
        IMA Journal of Numerical Analysis 41(4), section 3.
    """
    shifted = x - x.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
