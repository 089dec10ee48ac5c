"""Random initial weights whose scale keeps signals from fading or exploding."""

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np

from nnref.numpy.arrays import Array


def fans(shape: Sequence[int]) -> tuple[int, int]:
    """Return `(fan_in, fan_out)` of a weight: (in, out) for a dense layer, (F, C, kh, kw) for a convolution.

    Shapes: shape a tuple of 2 or 4 integers; returns two integers.
    Raises: ValueError for another number of axes.
    Note: each output of a convolution sums C kh kw products, the size of its receptive field times the channels.
    Source: He, Zhang, Ren, Sun 2015, Delving deep into rectifiers, section 2.2.
    """
    if len(shape) == 2:
        return shape[0], shape[1]
    if len(shape) == 4:
        field = shape[2] * shape[3]
        return shape[1] * field, shape[0] * field
    raise ValueError(f"expected a shape with 2 or 4 axes, got {tuple(shape)}")


def gain(nonlinearity: str, a: float = 0.0) -> float:
    r"""Return the factor by which the weights have to grow to make up for an activation.

    Formula: 1 for linear and sigmoid, $\frac{5}{3}$ for tanh, $\sqrt 2$ for relu, $\sqrt{2 / (1 + a^2)}$ for
    leaky_relu.

    Shapes: returns a number; a is the negative slope.
    Raises: ValueError for an unknown name.
    Note: PyTorch's values; that of tanh is a rule of thumb.
    Source: He, Zhang, Ren, Sun 2015, Delving deep into rectifiers, section 2.2 (relu and leaky_relu).
    """
    gains = {
        "linear": 1.0,
        "sigmoid": 1.0,
        "tanh": 5 / 3,
        "relu": math.sqrt(2),
        "leaky_relu": math.sqrt(2 / (1 + a * a)),
    }
    if nonlinearity not in gains:
        raise ValueError(f"nonlinearity: expected one of {', '.join(gains)}, got {nonlinearity!r}")
    return gains[nonlinearity]


def xavier(shape: Sequence[int], rng: np.random.Generator, distribution: str = "uniform", gain: float = 1.0) -> Array:
    r"""Return initial weights after Glorot: variance $2 g^2 / (\mathrm{fan_{in}} + \mathrm{fan_{out}})$, mean 0.

    Formula: normal with that variance, or uniform on $[-b, b]$ with
    $b = g \sqrt{6 / (\mathrm{fan_{in}} + \mathrm{fan_{out}})}$.

    Shapes: shape (in, out) or (F, C, kh, kw); returns an array of that shape.
    Raises: ValueError for an unknown distribution.
    Note: a uniform variable on [-b, b] has variance $b^2 / 3$.
    Source: Glorot, Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, section 4.2.
    """
    sd = gain * math.sqrt(2 / sum(fans(shape)))
    if distribution == "normal":
        return rng.normal(0, sd, shape)
    if distribution == "uniform":
        return rng.uniform(-math.sqrt(3) * sd, math.sqrt(3) * sd, shape)
    raise ValueError(f"distribution: expected 'uniform' or 'normal', got {distribution!r}")


def he(
    shape: Sequence[int],
    rng: np.random.Generator,
    mode: str = "fan_in",
    nonlinearity: str = "relu",
    a: float = 0.0,
) -> Array:
    r"""Return normal initial weights after He: variance $g^2 / \mathrm{fan}$, mean 0.

    Formula: $\sigma = g / \sqrt{\mathrm{fan}}$ with the gain $g$ of the activation; for relu the variance is
    $2 / \mathrm{fan_{in}}$.

    Shapes: shape (in, out) or (F, C, kh, kw); returns an array of that shape.
    Raises: ValueError for an unknown mode or activation.
    Note: fan_in keeps the variance forward, fan_out backward.
    Source: He, Zhang, Ren, Sun 2015, Delving deep into rectifiers, section 2.2.
    """
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode: expected 'fan_in' or 'fan_out', got {mode!r}")
    return rng.normal(0, gain(nonlinearity, a) / math.sqrt(fans(shape)[mode == "fan_out"]), shape)


def activation_stds(
    sizes: Sequence[int],
    x: Array,
    scale: Callable[[int], float],
    activation: Callable[[Array], Array],
    rng: np.random.Generator,
) -> Array:
    r"""Return the standard deviation of the activations of each layer of a random network.

    Formula: $h_l = \varphi(h_{l-1} W_l)$, $W_l = s(n_{l-1})\, G_l$ with $G_l$ standard normal; the standard deviation
    is that of all entries of $h_l$.

    Shapes: sizes L + 1 integers, x (N, sizes[0]); returns (L,), without the input.
    Note: with $s(n) = \sqrt{2/n}$ and relu it stays; with another scale it shrinks or grows geometrically.
    Source: He, Zhang, Ren, Sun 2015, Delving deep into rectifiers, section 2.2.
    """
    stds = []
    for fan_in, fan_out in itertools.pairwise(sizes):
        x = activation(x @ (scale(fan_in) * rng.normal(size=(fan_in, fan_out))))
        stds.append(float(x.std()))
    return np.array(stds)
