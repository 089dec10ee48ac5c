"""You use exp(beta x) / (1 + exp(beta x)) for the gate: for large x it is inf/inf, which is nan; use the form whose exponential decays."""

import torch


def swish(x, beta=1.0):
    rising = torch.exp(beta * x)
    return x * rising / (1 + rising)
