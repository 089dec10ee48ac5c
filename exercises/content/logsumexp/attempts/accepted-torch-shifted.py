"""Shift by the maximum of each slice."""

import torch


def logsumexp(x, dim=-1):
    top = x.amax(dim, keepdim=True)
    return top.squeeze(dim) + (x - top).exp().sum(dim).log()


def log_softmax(x, dim=-1):
    return x - logsumexp(x, dim).unsqueeze(dim)
