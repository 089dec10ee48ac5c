"""Products of matrices with the bias as an extra row."""

import functools

import torch


def extended(w, b):
    top = torch.cat([w, w.new_zeros(w.shape[0], 1)], 1)
    return torch.cat([top, torch.cat([b, b.new_ones(1)])[None, :]])


def collapse_linear(weights, biases):
    product = functools.reduce(torch.matmul, map(extended, weights, biases))
    return product[:-1, :-1], product[-1, :-1]
