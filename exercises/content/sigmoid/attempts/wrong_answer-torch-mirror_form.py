"""You use exp(x)/(1+exp(x)) everywhere: for large x it becomes inf/inf, which is nan; use it only for negative x."""

import torch


def sigmoid(x):
    return torch.exp(x) / (1 + torch.exp(x))
