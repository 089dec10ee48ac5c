"""Contractions over named axes; masked weights set to zero before the division."""

import torch


def attention(q, k, v, mask=None):
    scores = torch.einsum("...td,...sd->...ts", q, k) * q.shape[-1] ** -0.5
    if mask is not None:
        scores = torch.where(mask, scores, -torch.inf)
    weights = (scores - scores.amax(-1, keepdim=True).detach()).exp()
    return torch.einsum("...ts,...sv->...tv", weights, v) / weights.sum(-1)[..., None]
