"""Twice the sigmoid of 2x, minus one."""

import torch


def tanh(x):
    return 2 * torch.sigmoid(2 * x) - 1
