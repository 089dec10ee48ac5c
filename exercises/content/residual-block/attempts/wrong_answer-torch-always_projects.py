"""You project the shortcut even when no projection is given: then the shortcut is `x` itself."""

import torch


def residual_block(x, w1, b1, w2, b2, wproj=None):
    if wproj is None:
        wproj = torch.full((x.shape[1], w2.shape[1]), 1 / x.shape[1], dtype=x.dtype)
    branch = torch.clamp(x @ w1 + b1, min=0) @ w2 + b2
    return torch.clamp(branch + x @ wproj, min=0)
