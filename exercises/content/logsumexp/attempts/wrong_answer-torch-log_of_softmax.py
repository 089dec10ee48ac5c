"""You take the logarithm of a finished softmax: a probability that underflowed to 0 gives -inf; subtract the log-sum-exp from x instead."""

import torch


def logsumexp(x, dim=-1):
    top = x.amax(dim, keepdim=True)
    return top.squeeze(dim) + (x - top).exp().sum(dim).log()


def log_softmax(x, dim=-1):
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return torch.log(weights / weights.sum(dim, keepdim=True))
