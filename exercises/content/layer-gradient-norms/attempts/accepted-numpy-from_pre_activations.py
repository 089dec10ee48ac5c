"""Keeps the pre-activations and differentiates them; norms from the library, in one array."""

import numpy as np


def gradient_norms(weights, x, dout, activation):
    h, tape = x, []
    for w in weights:
        z = np.einsum("nd,dm->nm", h, w)
        tape.append((h, z))
        if activation == "sigmoid":
            h = 0.5 * (1 + np.tanh(z / 2))
        elif activation == "tanh":
            h = np.tanh(z)
        else:
            h = np.where(z > 0, z, 0).astype(z.dtype)
    norms = np.empty(len(weights), dtype=x.dtype)
    for layer in range(len(weights) - 1, -1, -1):
        h, z = tape[layer]
        if activation == "sigmoid":
            delta = dout * 0.25 / np.cosh(z / 2) ** 2
        elif activation == "tanh":
            delta = dout / np.cosh(z) ** 2
        else:
            delta = np.where(z > 0, dout, 0)
        norms[layer] = np.linalg.norm(np.einsum("nd,nm->dm", h, delta))
        dout = np.einsum("nm,dm->nd", delta, weights[layer])
    return norms
