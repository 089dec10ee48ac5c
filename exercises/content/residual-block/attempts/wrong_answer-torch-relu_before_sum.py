"""You activate the branch and not the sum: the last ReLU comes after the shortcut has been added."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = torch.clamp(x @ w1 + b1, min=0) @ w2 + b2
    shortcut = x if wproj is None else x @ wproj
    return torch.clamp(branch, min=0) + shortcut
