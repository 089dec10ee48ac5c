"""Rows flattened into a matrix; backward through the variance and the mean in turn."""

import numpy as np


def layernorm(x, gamma, beta, eps=1e-5):
    rows = x.reshape(-1, x.shape[-1])
    out = [(row - row.mean()) / (row.var() + eps) ** 0.5 * gamma + beta for row in rows]
    return np.stack(out).reshape(x.shape).astype(x.dtype)


def layernorm_backward(dout, x, gamma, eps=1e-5):
    d = x.shape[-1]
    rows, upstream = x.reshape(-1, d), dout.reshape(-1, d)
    centred = rows - rows.mean(axis=1)[:, None]
    spread = ((centred**2).mean(axis=1) + eps)[:, None]
    g = upstream * gamma
    dvar = -0.5 * (g * centred).sum(axis=1)[:, None] * spread**-1.5
    dmean = -(g / np.sqrt(spread)).sum(axis=1)[:, None]
    dx = g / np.sqrt(spread) + 2 * centred * dvar / d + dmean / d
    dgamma = np.einsum("nd,nd->d", upstream, centred / np.sqrt(spread))
    return dx.reshape(x.shape), dgamma, upstream.sum(axis=0)
