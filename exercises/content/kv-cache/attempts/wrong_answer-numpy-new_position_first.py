"""You put the new position first: keys and values are appended, in the order of time."""

import numpy as np


def decode_step(x_t, cache, params):
    q = x_t @ params["wq"]
    k, v = (x_t @ params["wk"])[:, None], (x_t @ params["wv"])[:, None]
    keys, values = k, v
    if cache is not None:
        keys = np.concatenate([k, cache[0]], axis=1)
        values = np.concatenate([v, cache[1]], axis=1)
    scores = np.einsum("nd,ntd->nt", q, keys) / q.shape[-1] ** 0.5
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = e / e.sum(axis=1, keepdims=True)
    y = np.einsum("nt,ntd->nd", weights, values) @ params["wo"]
    return y, (keys, values)
