"""You normalise a single unit by its own exponential, which is 1 whatever the input: one unit needs sigmoid, softmax needs a vector of logits."""

import torch


def neuron(x, w, b, activation="sigmoid"):
    z = x @ w + b
    if activation == "sigmoid":
        return torch.softmax(z.unsqueeze(-1), -1).squeeze(-1)
    if activation == "step":
        return (z >= 0).to(z.dtype)
    if activation == "linear":
        return z
    return getattr(torch, activation)(z)
