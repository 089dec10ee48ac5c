"""Contractions over named axes; masked weights set to zero before the division."""

import numpy as np


def attention(q, k, v, mask=None):
    scores = np.einsum("...td,...sd->...ts", q * q.shape[-1] ** -0.5, k)
    allowed = np.ones(scores.shape, dtype=bool) if mask is None else np.broadcast_to(mask, scores.shape)
    top = scores.max(axis=-1, keepdims=True, where=allowed, initial=-np.inf)
    weights = np.where(allowed, np.exp(np.minimum(scores - top, 0)), 0).astype(scores.dtype)
    return np.einsum("...ts,...sv->...tv", weights, v) / weights.sum(axis=-1)[..., None]
