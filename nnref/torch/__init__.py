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
from nnref.torch.bias_variance import bias_variance
from nnref.torch.dropout import dropout, dropout_backward
from nnref.torch.gradient_descent import sgd_step
from nnref.torch.linear import activate, collapse_linear, matmul, mlp_forward, neuron
from nnref.torch.losses import (
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
from nnref.torch.optimizers import adagrad, adam, adamw, clip_grad_norm, clip_grad_value, rmsprop, sgd_momentum
from nnref.torch.regularization import elastic_net, soft_threshold

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
