"""You add the bias to every product before summing, so it counts D times: add it once, after the sum."""

import torch


def neuron(x, w, b, activation="sigmoid"):
    z = (x * w + b).sum(-1)
    if activation == "step":
        return (z >= 0).to(z.dtype)
    if activation == "linear":
        return z
    return getattr(torch, activation)(z)
