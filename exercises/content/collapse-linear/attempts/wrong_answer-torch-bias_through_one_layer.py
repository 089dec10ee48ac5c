"""You multiply each bias by the next weight only: it passes through every later layer, not just one."""

import torch


def collapse_linear(weights, biases):
    w, b = weights[0], biases[-1]
    for w_next in weights[1:]:
        w = w @ w_next
    for bias, w_next in zip(biases[:-1], weights[1:]):
        b = b + bias @ w_next
    return w, b
