"""You compute 2*sigmoid(x)-1, which is tanh(x/2): the sigmoid takes 2x."""

import torch


def tanh(x):
    return 2 * torch.sigmoid(x) - 1
