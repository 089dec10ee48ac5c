"""You return the shrunken size without its sign: negative weights stay negative."""

import torch


def soft_threshold(w, t):
    return torch.relu(w.abs() - t)
