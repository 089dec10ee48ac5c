"""Autograd through PyTorch's own cross-entropy."""

import torch
import torch.nn.functional as F


def cross_entropy_backward(logits, y):
    logits = logits.detach().clone().requires_grad_()
    return torch.autograd.grad(F.cross_entropy(logits, y), logits)[0]
