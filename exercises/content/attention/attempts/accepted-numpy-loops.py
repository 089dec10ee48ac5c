"""One query at a time, over the keys that it may see."""

import math

import numpy as np


def attention(q, k, v, mask=None):
    out = np.zeros((*q.shape[:-1], v.shape[-1]), dtype=q.dtype)
    if mask is not None:
        mask = np.broadcast_to(mask, (*q.shape[:-1], k.shape[-2]))
    for index in np.ndindex(q.shape[:-1]):
        keys, values = k[index[:-1]], v[index[:-1]]
        seen = range(len(keys)) if mask is None else np.flatnonzero(mask[index])
        scores = [float(np.dot(q[index], keys[s])) / math.sqrt(q.shape[-1]) for s in seen]
        weights = [math.exp(score - max(scores)) for score in scores]
        for s, weight in zip(seen, weights):
            out[index] += weight / sum(weights) * values[s]
    return out
