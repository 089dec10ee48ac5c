"""Slice by slice with plain loops."""

import math

import numpy as np


def softmax_of_list(values):
    top = max(values)
    weights = [math.exp(value - top) for value in values]
    total = math.fsum(weights)
    return [weight / total for weight in weights]


def softmax(x, axis=-1):
    moved = np.moveaxis(x, axis, -1)
    out = np.empty(moved.shape, dtype=x.dtype)
    for index in np.ndindex(moved.shape[:-1]):
        out[index] = softmax_of_list([float(value) for value in moved[index]])
    return np.moveaxis(out, -1, axis)
