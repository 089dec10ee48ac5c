"""Gradients of functions of tensors by finite differences, to check the ones derived by hand."""

from collections.abc import Callable

import torch
from torch import Tensor


def numerical_gradient(f: Callable[[Tensor], Tensor], x: Tensor, h: float = 1e-5) -> Tensor:
    r"""Return the gradient of a scalar function by central differences.

    Formula: $\frac{\partial f}{\partial x_i} \approx \frac{f(x + h e_i) - f(x - h e_i)}{2h}$.

    Shapes: x any; f returns a scalar; returns a float64 tensor of x's shape.
    Note: the error is of order h^2; one-sided differences only reach order h. Integers become float64 first.
    Source: Press, Teukolsky, Vetterling, Flannery 2007, Numerical recipes, section 5.7.
    """
    x = x.to(torch.float64)
    steps = h * torch.eye(x.numel(), dtype=x.dtype, device=x.device).reshape(-1, *x.shape)
    slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
    return torch.stack([torch.as_tensor(slope) for slope in slopes]).reshape(x.shape)


def check_gradient(
    f: Callable[[Tensor], Tensor], grad: Callable[[Tensor], Tensor], x: Tensor, tol: float = 1e-5
) -> bool:
    r"""Return whether a gradient agrees with central differences in every entry.

    Formula: $\max_i \frac{|a_i - n_i|}{\max(10^{-8}, |a_i| + |n_i|)} \le \mathrm{tol}$.

    Shapes: x any; f returns a scalar, grad a tensor of x's shape; returns a boolean.
    Note: the error is relative, so that the scale of f does not matter; the floor lets 0 equal 0. NaN never passes.
    Source: Karpathy et al., CS231n: Convolutional neural networks for visual recognition, notes on gradient checks.
    """
    a, n = grad(x.clone()), numerical_gradient(f, x)
    return bool(((a - n).abs() <= tol * (a.abs() + n.abs()).clamp(min=1e-8)).all())
