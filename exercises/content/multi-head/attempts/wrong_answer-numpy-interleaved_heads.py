"""You take every h-th column for a head: heads are contiguous blocks of columns."""

import numpy as np


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    n, t, width = x.shape
    d = width // n_heads
    q, k, v = ((x @ w).reshape(n, t, d, n_heads).swapaxes(1, 2).swapaxes(1, 3).swapaxes(2, 3) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(-1, -2) / d**0.5
    if mask is not None:
        allowed = mask[:, None] if mask.ndim == 3 else mask
        scores = np.where(allowed, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heads = e / e.sum(axis=-1, keepdims=True) @ v
    return heads.swapaxes(1, 2).swapaxes(2, 3).reshape(n, t, width) @ wo
