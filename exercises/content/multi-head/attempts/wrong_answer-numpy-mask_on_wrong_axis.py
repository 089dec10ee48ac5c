"""You broadcast the mask over the wrong axis: a mask (N, T, T) needs a new axis for the heads, `mask[:, None]`, else the sequences' masks fall on the heads."""

import numpy as np


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    n, t, width = x.shape
    d = width // n_heads
    q, k, v = ((x @ w).reshape(n, t, n_heads, d).swapaxes(1, 2) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(-1, -2) / d**0.5
    if mask is not None:
        allowed = (mask[None] if mask.shape[0] == n_heads else mask[:, None]) if mask.ndim == 3 else mask
        scores = np.where(allowed, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heads = e / e.sum(axis=-1, keepdims=True) @ v
    return heads.swapaxes(1, 2).reshape(n, t, width) @ wo
