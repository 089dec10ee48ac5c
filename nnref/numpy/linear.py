"""Weighted sums: the matrix product, one neuron, a network of affine layers."""

from collections.abc import Callable, Sequence

import numpy as np

from nnref.numpy import activations
from nnref.numpy.arrays import Array

Layer = tuple[Array, Array]


def activate(z: Array, activation: str) -> Array:
    r"""Return the named activation of z: sigmoid, tanh, relu, step or linear.

    Formula: $\phi(z)$ with $\phi$ the function of that name; linear is $\phi(z) = z$.

    Shapes: z any; returns the shape of z.
    Raises: ValueError for an unknown name.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    functions: dict[str, Callable[[Array], Array]] = {
        "sigmoid": activations.sigmoid,
        "tanh": activations.tanh,
        "relu": activations.relu,
        "step": activations.step,
        "linear": np.positive,
    }
    if activation not in functions:
        raise ValueError(f"activation: expected one of {', '.join(functions)}, got {activation!r}")
    return functions[activation](z)


def matmul(a: Array, b: Array) -> Array:
    r"""Return the matrix product of two matrices.

    Formula: $c_{ij} = \sum_k a_{ik} b_{kj}$.

    Shapes: a (N, K), b (K, M); returns (N, M).
    Raises: ValueError when the inner sizes differ.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 2.2.
    """
    return a @ b


def neuron(x: Array, w: Array, b: Array | float, activation: str = "sigmoid") -> Array:
    r"""Return the output of one artificial neuron for one example or for each row of a batch.

    Formula: $y = \phi(\sum_d w_d x_d + b)$.

    Shapes: x (D,) or (B, D), w (D,), b a scalar; returns a scalar or (B,).
    Raises: ValueError for an unknown activation.
    Note: the bias is added once, after the sum.
    Source: McCulloch, Pitts 1943, A logical calculus of the ideas immanent in nervous activity; Bishop 2006, Pattern
        Recognition and Machine Learning, section 5.1.
    """
    return activate(x @ w + b, activation)


def mlp_forward(x: Array, params: Sequence[Layer], activation: str = "relu") -> Array:
    r"""Return the output of a multilayer perceptron whose last layer is linear.

    Formula: $a_0 = x$, $a_l = \phi(a_{l-1} w_l + b_l)$ for $l < L$, and $y = a_{L-1} w_L + b_L$.

    Shapes: x (B, D), params a list of (w (D_l, D_(l+1)), b (D_(l+1),)); returns (B, D_L).
    Raises: ValueError for an unknown activation.
    Source: Rumelhart, Hinton, Williams 1986, Learning representations by back-propagating errors, Nature 323;
        Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.4.
    """
    *hidden, (w, b) = params
    for w_hidden, b_hidden in hidden:
        x = activate(x @ w_hidden + b_hidden, activation)
    return x @ w + b


def collapse_linear(weights: Sequence[Array], biases: Sequence[Array]) -> Layer:
    r"""Return the one affine layer (w, b) that equals a stack of affine layers without activations.

    Formula: $w = w_1 w_2 \cdots w_L$ and $b = b_L + b_{L-1} w_L + b_{L-2} w_{L-1} w_L + \cdots$.

    Shapes: weights of (D_l, D_(l+1)), biases of (D_(l+1),); returns w (D_0, D_L), b (D_L,).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.1 (why the XOR network needs a non-linearity).
    """
    w, b = weights[0], biases[0]
    for w_next, b_next in zip(weights[1:], biases[1:], strict=True):
        w, b = w @ w_next, b @ w_next + b_next
    return w, b
