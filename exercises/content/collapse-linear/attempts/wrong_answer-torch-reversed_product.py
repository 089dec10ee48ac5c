"""You multiply the weights in the wrong order: with examples as rows the first layer stands on the left, W1 W2 ... WL."""

import torch


def collapse_linear(weights, biases):
    w, b = weights[0], biases[0]
    for w_next, b_next in zip(weights[1:], biases[1:]):
        w, b = w_next @ w, w_next @ b + b_next
    return w, b
