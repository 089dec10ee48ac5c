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
from nnref.numpy.bias_variance import bias_variance
from nnref.numpy.dropout import dropout, dropout_backward
from nnref.numpy.gradient_descent import sgd_step
from nnref.numpy.linear import activate, collapse_linear, matmul, mlp_forward, neuron
from nnref.numpy.losses import (
    bce_with_logits,
    binary_cross_entropy,
    contrastive_loss,
    cross_entropy,
    focal_loss,
    info_nce,
    label_smoothing_ce,
    masked_cross_entropy,
    mse_loss,
    triplet_loss,
)
from nnref.numpy.optimizers import adagrad, adam, adamw, clip_grad_norm, clip_grad_value, rmsprop, sgd_momentum
from nnref.numpy.regularization import elastic_net, soft_threshold

__all__ = [
    "activate",
    "adagrad",
    "adam",
    "adamw",
    "affine",
    "affine_backward",
    "bce_with_logits",
    "bias_variance",
    "binary_cross_entropy",
    "clip_grad_norm",
    "clip_grad_value",
    "collapse_linear",
    "contrastive_loss",
    "cross_entropy",
    "dropout",
    "dropout_backward",
    "elastic_net",
    "focal_loss",
    "gelu",
    "info_nce",
    "label_smoothing_ce",
    "leaky_relu",
    "log_sigmoid",
    "log_softmax",
    "logsumexp",
    "masked_cross_entropy",
    "matmul",
    "mlp_forward",
    "mse_loss",
    "neuron",
    "relu",
    "rmsprop",
    "sgd_momentum",
    "sgd_step",
    "sigmoid",
    "sign",
    "soft_threshold",
    "softmax",
    "step",
    "swish",
    "tanh",
    "triplet_loss",
]
