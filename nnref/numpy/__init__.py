"""The NumPy references: pure functions, one file a topic, written to be read."""

from nnref.numpy.activations import (
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
from nnref.numpy.affine import affine, affine_backward
from nnref.numpy.dropout import dropout, dropout_backward
from nnref.numpy.linear import activate, collapse_linear, matmul, mlp_forward, neuron

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
