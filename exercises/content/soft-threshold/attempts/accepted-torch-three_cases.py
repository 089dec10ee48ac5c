"""Outside on the right, outside on the left, between."""

import torch


def soft_threshold(w, t):
    return torch.where(w > t, w - t, torch.where(w < -t, w + t, torch.zeros_like(w)))
