"""You take every h-th column for a head: heads are contiguous blocks of columns."""

import torch


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    n, t, width = x.shape
    d = width // n_heads
    q, k, v = ((x @ w).reshape(n, t, d, n_heads).swapaxes(1, 2).swapaxes(1, 3).swapaxes(2, 3) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(-1, -2) / d**0.5
    if mask is not None:
        allowed = mask[:, None] if mask.ndim == 3 else mask
        scores = scores.masked_fill(~allowed, -torch.inf)
    e = torch.exp(scores - scores.amax(dim=-1, keepdim=True))
    heads = e / e.sum(dim=-1, keepdim=True) @ v
    return heads.swapaxes(1, 2).swapaxes(2, 3).reshape(n, t, width) @ wo
