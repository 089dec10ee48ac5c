"""You keep only the last bias: the earlier ones reach the output too, multiplied by the weights after them."""

import numpy as np


def collapse_linear(weights, biases):
    w = weights[0]
    for w_next in weights[1:]:
        w = w @ w_next
    return w, biases[-1].copy()
