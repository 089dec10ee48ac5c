"""PyTorch's own log-sum-exp and log-softmax."""

import torch
import torch.nn.functional as F


def logsumexp(x, dim=-1):
    return torch.logsumexp(x, dim)


def log_softmax(x, dim=-1):
    return F.log_softmax(x, dim)
