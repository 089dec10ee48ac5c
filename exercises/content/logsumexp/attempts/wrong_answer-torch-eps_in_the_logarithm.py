"""You add 1e-12 before the logarithm: an unlikely class then never falls below log(1e-12), about -27.6; with log-sum-exp no constant is needed."""

import torch


def logsumexp(x, dim=-1):
    top = x.amax(dim, keepdim=True)
    return top.squeeze(dim) + (x - top).exp().sum(dim).log()


def log_softmax(x, dim=-1):
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return torch.log(weights / weights.sum(dim, keepdim=True) + 1e-12)
