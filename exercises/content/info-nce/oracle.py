"""PyTorch's own cross-entropy of cosine similarities, both ways."""

import torch
import torch.nn.functional as F


def info_nce(za, zb, temperature):
    scores = F.cosine_similarity(za[:, None], zb[None], dim=2, eps=0.0) / temperature
    own = torch.arange(len(za))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2
