"""Computes the variance and scales standard normal draws by its root."""

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    slope = {"relu": 0.0, "leaky_relu": a, "linear": 1.0, "sigmoid": 1.0}.get(nonlinearity)
    squared_gain = 25 / 9 if slope is None else 2 / (1 + slope**2)
    axes = list(shape) if len(shape) == 4 else list(shape)[::-1]
    del axes[0 if mode == "fan_in" else 1]
    variance = squared_gain / torch.tensor(axes).prod().item()
    return torch.empty(shape, dtype=torch.float64).normal_(0, variance**0.5, generator=generator)
