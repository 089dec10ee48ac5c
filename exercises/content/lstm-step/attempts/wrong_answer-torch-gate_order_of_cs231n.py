"""You read the gates in the order i, f, o, g (as CS231n packs them): here it is PyTorch's i, f, g, o."""

import torch


def sigmoid(z):
    return 1 / (1 + torch.exp(-z))


def lstm_step(x, h, c, wx, wh, b):
    a = x @ wx + h @ wh + b
    i, f, o, g = a.chunk(4, dim=1)
    i, f, g, o = sigmoid(i), sigmoid(f), torch.tanh(g), sigmoid(o)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c
