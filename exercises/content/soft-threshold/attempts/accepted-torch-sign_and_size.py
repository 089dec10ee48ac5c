"""Sign times shrunken size."""

import torch


def soft_threshold(w, t):
    return torch.sign(w) * torch.relu(w.abs() - t)
