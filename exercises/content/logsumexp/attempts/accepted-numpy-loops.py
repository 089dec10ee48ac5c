"""Slice by slice."""

import math

import numpy as np


def of_list(values):
    top = max(values)
    return top + math.log(math.fsum(math.exp(value - top) for value in values))


def logsumexp(x, axis=-1):
    moved = np.moveaxis(x, axis, -1)
    out = np.empty(moved.shape[:-1], dtype=x.dtype)
    for index in np.ndindex(out.shape):
        out[index] = of_list([float(value) for value in moved[index]])
    return out


def log_softmax(x, axis=-1):
    return x - np.expand_dims(logsumexp(x, axis), axis)
