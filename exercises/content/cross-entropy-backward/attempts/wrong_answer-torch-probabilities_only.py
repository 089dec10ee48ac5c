"""You return the probabilities only: subtract 1 at the right class of each row."""

import torch


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = torch.exp(logits - logits.amax(dim=1, keepdim=True))
    p = e / e.sum(dim=1, keepdim=True)
    p = p.clone()
    return p / n
