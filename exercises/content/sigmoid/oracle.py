"""PyTorch's own sigmoid."""

import torch


def sigmoid(x):
    return torch.sigmoid(x)
