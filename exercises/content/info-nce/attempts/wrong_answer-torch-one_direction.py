"""You only compare each row of za with all of zb: the loss is the mean of both directions, rows and columns."""

import torch


def info_nce(za, zb, temperature):
    scores = (za / za.norm(dim=1, keepdim=True)) @ (zb / zb.norm(dim=1, keepdim=True)).T / temperature
    return (torch.logsumexp(scores, 1) - scores.diagonal()).mean()
