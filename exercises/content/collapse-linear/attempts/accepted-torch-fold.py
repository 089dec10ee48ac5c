"""Carry weight and bias through the list."""

import torch


def collapse_linear(weights, biases):
    w, b = weights[0], biases[0]
    for w_next, b_next in zip(weights[1:], biases[1:]):
        w, b = w @ w_next, b @ w_next + b_next
    return w, b
