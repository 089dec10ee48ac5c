"""Weighted sums on tensors: the matrix product, one neuron, a network of affine layers."""

from collections.abc import Sequence

import torch
from torch import Tensor

from nnref.torch.activations import relu, sigmoid, step, tanh

Layer = tuple[Tensor, Tensor]


def activate(z: Tensor, activation: str) -> Tensor:
    r"""Return the named activation of z: sigmoid, tanh, relu, step or linear.

    Formula: $\phi(z)$ with $\phi$ the function of that name; linear is $\phi(z) = z$.

    Shapes: z any; returns the shape of z.
    Raises: ValueError for an unknown name.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.3.
    """
    match activation:
        case "sigmoid":
            return sigmoid(z)
        case "tanh":
            return tanh(z)
        case "relu":
            return relu(z)
        case "step":
            return step(z)
        case "linear":
            return z
    raise ValueError(f"activation: expected sigmoid, tanh, relu, step or linear, got {activation!r}")


def matmul(a: Tensor, b: Tensor) -> Tensor:
    r"""Return the matrix product of two matrices.

    Formula: $c_{ij} = \sum_k a_{ik} b_{kj}$.

    Shapes: a (N, K), b (K, M); returns (N, M).
    Raises: RuntimeError when the inner sizes differ.
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 2.2.
    """
    return torch.einsum("nk,km->nm", a, b)


def neuron(x: Tensor, w: Tensor, b: Tensor | float, activation: str = "sigmoid") -> Tensor:
    r"""Return the output of one artificial neuron for one example or for each row of a batch.

    Formula: $y = \phi(\sum_d w_d x_d + b)$.

    Shapes: x (D,) or (B, D), w (D,), b a scalar; returns a scalar or (B,).
    Raises: ValueError for an unknown activation.
    Note: the bias is added once, after the sum.
    Source: McCulloch, Pitts 1943, A logical calculus of the ideas immanent in nervous activity; Bishop 2006, Pattern
        Recognition and Machine Learning, section 5.1.
    """
    return activate((x * w).sum(-1) + b, activation)


def mlp_forward(x: Tensor, params: Sequence[Layer], activation: str = "relu") -> Tensor:
    r"""Return the output of a multilayer perceptron whose last layer is linear.

    Formula: $a_0 = x$, $a_l = \phi(a_{l-1} w_l + b_l)$ for $l < L$, and $y = a_{L-1} w_L + b_L$.

    Shapes: x (B, D), params a list of (w (D_l, D_(l+1)), b (D_(l+1),)); returns (B, D_L).
    Raises: ValueError for an unknown activation.
    Source: Rumelhart, Hinton, Williams 1986, Learning representations by back-propagating errors, Nature 323;
        Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.4.
    """
    last = len(params) - 1
    for index, (w, b) in enumerate(params):
        z = torch.addmm(b, x, w)
        x = z if index == last else activate(z, activation)
    return x


def collapse_linear(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Layer:
    r"""Return the one affine layer (w, b) that equals a stack of affine layers without activations.

    Formula: $w = w_1 w_2 \cdots w_L$ and $b = b_L + b_{L-1} w_L + b_{L-2} w_{L-1} w_L + \cdots$.

    Shapes: weights of (D_l, D_(l+1)), biases of (D_(l+1),); returns w (D_0, D_L), b (D_L,).
    Source: Goodfellow, Bengio, Courville 2016, Deep Learning, section 6.1 (why the XOR network needs a non-linearity).
    """
    w = torch.linalg.multi_dot(list(weights)) if len(weights) > 1 else weights[0]
    b = weights[0].new_zeros(weights[0].shape[0])
    for w_layer, b_layer in zip(weights, biases, strict=True):
        b = b @ w_layer + b_layer
    return w, b
