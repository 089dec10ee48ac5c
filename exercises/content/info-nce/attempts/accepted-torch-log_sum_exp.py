"""Log-sum-exp of rows and of columns minus the diagonal."""

import torch


def info_nce(za, zb, temperature):
    za = za / za.norm(dim=1, keepdim=True)
    zb = zb / zb.norm(dim=1, keepdim=True)
    scores = za @ zb.T / temperature
    both = torch.logsumexp(scores, 0) + torch.logsumexp(scores, 1)
    return (both / 2 - scores.diagonal()).mean()
