"""You normalise over the queries: each query's weights over the keys, the last axis, have to sum to 1."""

import numpy as np


def softmax(s):
    e = np.exp(s - s.max(-2, keepdims=True))
    return e / e.sum(-2, keepdims=True)


def split_heads(t, h):
    N, T, D = t.shape
    return t.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def mha(x, wq, wk, wv, wo, n_heads, mask=None):
    N, T, D = x.shape
    Q = split_heads(x @ wq, n_heads)
    K = split_heads(x @ wk, n_heads)
    V = split_heads(x @ wv, n_heads)
    scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(D / n_heads)
    if mask is not None:
        if mask.ndim == 3:
            mask = mask[:, None]
        scores = np.where(mask, scores, -1e9)
    out = softmax(scores) @ V
    out = out.transpose(0, 2, 1, 3).reshape(N, T, D)
    return out @ wo
