"""Every layer gets an input that is always 1, whose weights are the bias."""

import torch


def mlp_forward(x, params, activation="relu"):
    ones = torch.ones(x.shape[0], 1, dtype=x.dtype, device=x.device)
    for index, (w, b) in enumerate(params):
        x = torch.cat([x, ones], 1) @ torch.cat([w, b[None, :]], 0)
        if index < len(params) - 1:
            x = getattr(torch, activation)(x)
    return x
