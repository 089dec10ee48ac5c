"""Elementwise product, sum over the last axis, bias afterwards."""

import torch


def neuron(x, w, b, activation="sigmoid"):
    z = torch.einsum("...d,d->...", x, w) + b
    functions = {
        "sigmoid": lambda t: 1 / (1 + torch.exp(-t)),
        "tanh": torch.tanh,
        "relu": lambda t: torch.where(t > 0, t, torch.zeros_like(t)),
        "step": lambda t: torch.where(t >= 0, torch.ones_like(t), torch.zeros_like(t)),
        "linear": lambda t: t,
    }
    return functions[activation](z)
