"""Calls the library's own ReLU."""

import torch


def relu(x):
    return torch.nn.functional.relu(x)
