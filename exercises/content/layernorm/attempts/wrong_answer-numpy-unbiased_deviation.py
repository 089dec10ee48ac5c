"""You divide by the standard deviation with D - 1 and add `eps` outside of the root: use the variance divided by D, with `eps` under the root."""

import numpy as np


def normalise(x, eps):
    c = x - x.mean(axis=-1, keepdims=True)
    std = np.sqrt((c * c).sum(axis=-1, keepdims=True) / (x.shape[-1] - 1)) + eps
    return c / std, std


def layernorm(x, gamma, beta, eps=1e-5):
    xhat, _ = normalise(x, eps)
    return gamma * xhat + beta


def layernorm_backward(dout, x, gamma, eps=1e-5):
    d = x.shape[-1]
    xhat, std = normalise(x, eps)
    g = dout * gamma
    dx = (g - g.mean(axis=-1, keepdims=True) - xhat * (g * xhat).mean(axis=-1, keepdims=True)) / std
    return dx, (dout * xhat).reshape(-1, d).sum(axis=0), dout.reshape(-1, d).sum(axis=0)
