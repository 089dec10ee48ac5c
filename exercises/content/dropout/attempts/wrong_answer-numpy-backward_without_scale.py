"""Your backward pass forgets the factor 1 / (1 - p): the forward pass multiplied the survivors by it, so the gradient is multiplied by it too."""

import numpy as np


def dropout(x, p, training, rng):
    mask = rng.random(x.shape) >= p if training else np.ones(x.shape, dtype=bool)
    return (x * mask / (1 - p) if training else x.copy()), mask


def dropout_backward(dout, mask, p):
    return dout * mask
