"""You multiply by the temperature: the similarity is divided by it, so that a cold temperature sharpens."""

import torch


def info_nce(za, zb, temperature):
    scores = (za / za.norm(dim=1, keepdim=True)) @ (zb / zb.norm(dim=1, keepdim=True)).T * temperature
    both = torch.logsumexp(scores, 0) + torch.logsumexp(scores, 1)
    return (both / 2 - scores.diagonal()).mean()
