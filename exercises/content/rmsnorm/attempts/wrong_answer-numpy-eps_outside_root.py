"""You add `eps` outside of the root: it belongs to the mean square, under the root."""

import numpy as np


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * x / (np.sqrt((x * x).mean(axis=-1, keepdims=True)) + eps)
