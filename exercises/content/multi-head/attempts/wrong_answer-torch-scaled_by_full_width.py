"""You scale by the root of D: each head's dot products have D / heads terms, so its own width is the scale."""

import torch


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    n, t, width = x.shape
    d = width // n_heads
    q, k, v = ((x @ w).reshape(n, t, n_heads, d).swapaxes(1, 2) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(-1, -2) / width**0.5
    if mask is not None:
        allowed = mask[:, None] if mask.ndim == 3 else mask
        scores = scores.masked_fill(~allowed, -torch.inf)
    e = torch.exp(scores - scores.amax(dim=-1, keepdim=True))
    heads = e / e.sum(dim=-1, keepdim=True) @ v
    return heads.swapaxes(1, 2).reshape(n, t, width) @ wo
