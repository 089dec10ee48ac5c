"""You subtract the mean: that is layer norm; RMS norm only rescales."""

import numpy as np


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(((x - x.mean(axis=-1, keepdims=True)) ** 2).mean(axis=-1, keepdims=True) + eps)
