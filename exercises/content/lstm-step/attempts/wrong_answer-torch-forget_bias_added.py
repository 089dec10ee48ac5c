"""You add 1 to the forget gate: such a bias is part of `b` and is not added again."""

import torch


def sigmoid(z):
    return 1 / (1 + torch.exp(-z))


def lstm_step(x, h, c, wx, wh, b):
    a = x @ wx + h @ wh + b
    i, f, g, o = a.chunk(4, dim=1)
    i, f, g, o = sigmoid(i), sigmoid(f + 1), torch.tanh(g), sigmoid(o)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c
