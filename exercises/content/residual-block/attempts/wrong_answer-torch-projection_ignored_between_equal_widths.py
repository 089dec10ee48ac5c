"""You ignore the projection when the widths are equal: whenever `wproj` is given, the shortcut is `x @ wproj`."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = torch.clamp(x @ w1 + b1, min=0) @ w2 + b2
    shortcut = x if wproj is None or w2.shape[1] == x.shape[1] else x @ wproj
    return torch.clamp(branch + shortcut, min=0)
