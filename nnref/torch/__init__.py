"""The PyTorch references: twins of `nnref.numpy`, written independently, differentiable, on any device."""

from nnref.torch.activations import (
    gelu,
    leaky_relu,
    log_sigmoid,
    log_softmax,
    logsumexp,
    relu,
    sigmoid,
    sign,
    softmax,
    step,
    swish,
    tanh,
)
from nnref.torch.affine import affine, affine_backward
from nnref.torch.dropout import dropout, dropout_backward
from nnref.torch.linear import activate, collapse_linear, matmul, mlp_forward, neuron

__all__ = [
    "activate",
    "affine",
    "affine_backward",
    "collapse_linear",
    "dropout",
    "dropout_backward",
    "gelu",
    "leaky_relu",
    "log_sigmoid",
    "log_softmax",
    "logsumexp",
    "matmul",
    "mlp_forward",
    "neuron",
    "relu",
    "sigmoid",
    "sign",
    "softmax",
    "step",
    "swish",
    "tanh",
]
