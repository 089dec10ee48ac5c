"""You divide by the root of D, the width of `x_t`: the scale is the root of the width d of queries and keys."""

import numpy as np


def decode_step(x_t, cache, params):
    q = x_t @ params["wq"]
    k = (x_t @ params["wk"])[:, None, :]
    v = (x_t @ params["wv"])[:, None, :]
    if cache is not None:
        K, V = cache
        k = np.concatenate([K, k], axis=1)
        v = np.concatenate([V, v], axis=1)
    s = np.einsum("nd,ntd->nt", q, k) / np.sqrt(x_t.shape[-1])
    s -= s.max(1, keepdims=True)
    p = np.exp(s)
    p /= p.sum(1, keepdims=True)
    y = np.einsum("nt,ntd->nd", p, v) @ params["wo"]
    return y, (k, v)
