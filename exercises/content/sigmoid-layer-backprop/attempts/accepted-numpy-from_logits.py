"""Cost from the logits, gradients as index expressions."""

import numpy as np


def sigmoid_layer_loss_grad(x, w, b, y):
    z = np.einsum("nd,dm->nm", x, w) + b
    softplus = np.maximum(z, 0) + np.log1p(np.exp(-abs(z)))
    error = (0.5 * (1 + np.tanh(0.5 * z)) - y) / len(x)
    return (softplus - y * z).sum() / len(x), np.einsum("nd,nm->dm", x, error), np.einsum("nm->m", error)
