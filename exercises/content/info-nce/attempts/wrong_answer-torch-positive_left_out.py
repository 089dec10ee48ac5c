"""You leave the positive pair out of the denominator: it is one of the classes of the softmax."""

import torch


def info_nce(za, zb, temperature):
    scores = (za / za.norm(dim=1, keepdim=True)) @ (zb / zb.norm(dim=1, keepdim=True)).T / temperature
    others = scores.masked_fill(torch.eye(len(za), dtype=torch.bool), -torch.inf)
    both = torch.logsumexp(others, 0) + torch.logsumexp(others, 1)
    return (both / 2 - scores.diagonal()).mean()
