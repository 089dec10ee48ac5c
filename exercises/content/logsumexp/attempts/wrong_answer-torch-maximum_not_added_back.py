"""You subtract the maximum and do not add it back: log-sum-exp is m plus the logarithm of the shifted sum."""

import torch


def logsumexp(x, dim=-1):
    return (x - x.amax(dim, keepdim=True)).exp().sum(dim).log()


def log_softmax(x, dim=-1):
    return x - logsumexp(x, dim).unsqueeze(dim)
