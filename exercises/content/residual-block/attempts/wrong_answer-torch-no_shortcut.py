"""You leave the shortcut out: without it this is a plain two-layer network."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = torch.clamp(x @ w1 + b1, min=0) @ w2 + b2
    shortcut = 0 * branch
    return torch.clamp(branch + shortcut, min=0)
