"""You multiply by the temperature: a high temperature flattens the distribution, so divide by it."""

import numpy as np


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    z = logits.copy() if temperature is None else logits * temperature
    if top_k is not None:
        kth = np.sort(z, axis=-1)[..., -min(top_k, z.shape[-1]), None]
        z = np.where(z < kth, -np.inf, z).astype(logits.dtype)
    if top_p is not None:
        q = np.exp(z - z.max(axis=-1, keepdims=True))
        q = q / q.sum(axis=-1, keepdims=True)
        order = np.argsort(-q, axis=-1)
        falling = np.take_along_axis(q, order, axis=-1)
        before = np.cumsum(falling, axis=-1) - falling
        removed = np.empty(z.shape, dtype=bool)
        np.put_along_axis(removed, order, before >= top_p, axis=-1)
        z = np.where(removed & (top_p < 1), -np.inf, z).astype(logits.dtype)
    return z
