"""You keep the upper triangle: then every position sees the future and not the past; rows are queries, columns keys."""

import numpy as np


def causal_attention(q, k, v):
    T = q.shape[-2]
    scores = q @ k.swapaxes(-1, -2) / q.shape[-1] ** 0.5
    allowed = np.triu(np.ones((T, T), dtype=bool))
    scores = np.where(allowed, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True) @ v
