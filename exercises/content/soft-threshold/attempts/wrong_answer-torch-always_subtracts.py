"""You subtract t from negative weights too, which moves them away from 0: they move up by t."""

import torch


def soft_threshold(w, t):
    return torch.where(w.abs() > t, w - t, torch.zeros_like(w))
