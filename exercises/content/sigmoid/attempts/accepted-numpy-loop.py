"""Element by element with math.exp."""

import math

import numpy as np


def sigmoid_of_number(value):
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    rising = math.exp(value)
    return rising / (1 + rising)


def sigmoid(x):
    out = np.empty(x.shape, dtype=x.dtype)
    for index in np.ndindex(x.shape):
        out[index] = sigmoid_of_number(float(x[index]))
    return out
