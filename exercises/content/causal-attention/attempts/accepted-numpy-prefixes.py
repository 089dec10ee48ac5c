"""One position at a time, over its prefix only."""

import numpy as np


def causal_attention(q, k, v):
    out = np.empty(v.shape, dtype=v.dtype)
    for t in range(q.shape[-2]):
        scores = np.einsum("...d,...sd->...s", q[..., t, :], k[..., : t + 1, :]) * q.shape[-1] ** -0.5
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights = weights / weights.sum(axis=-1, keepdims=True)
        out[..., t, :] = np.einsum("...s,...sv->...v", weights, v[..., : t + 1, :])
    return out
