"""Both terms as log-sigmoids of their own."""

import torch


def log_sigmoid(z):
    left = z - torch.log1p(z.clamp(max=0).exp())
    right = -torch.log1p((-z.clamp(min=0)).exp())
    return torch.where(z < 0, left, right)


def bce_with_logits(logits, y):
    assert logits.shape == y.shape
    return -(y * log_sigmoid(logits) + (1 - y) * log_sigmoid(-logits)).mean()
