"""Gradients by finite differences, and what they are good for: checking the ones derived by hand."""

from collections.abc import Callable

import numpy as np

from nnref.numpy.arrays import Array


def numerical_gradient(f: Callable[[Array], float], x: Array, h: float = 1e-5) -> Array:
    r"""Return the gradient of a scalar function by central differences.

    Formula: $\frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h}$.

    Shapes: x any; f returns a scalar; returns an array of x's shape.
    Note: the error is of order h^2; one-sided differences only reach order h. Integers become float64 first.
    Source: Press, Teukolsky, Vetterling, Flannery 2007, Numerical recipes, section 5.7.
    """
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def check_gradient(f: Callable[[Array], float], grad: Callable[[Array], Array], x: Array, tol: float = 1e-5) -> bool:
    r"""Return whether a gradient agrees with central differences in every entry.

    Formula: $\max_i \frac{|a_i - n_i|}{\max(10^{-8}, |a_i| + |n_i|)} \le \mathrm{tol}$.

    Shapes: x any; f returns a scalar, grad an array of x's shape; returns a boolean.
    Note: the error is relative, so that the scale of f does not matter; the floor lets 0 equal 0. NaN never passes.
    Source: Karpathy et al., CS231n: Convolutional neural networks for visual recognition, notes on gradient checks.
    """
    a, n = grad(x.copy()), numerical_gradient(f, x)
    error = np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))
    return bool((error <= tol).all())
