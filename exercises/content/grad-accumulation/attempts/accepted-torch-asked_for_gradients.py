"""The gradients are asked for, added up as sums, and divided once."""

import torch


def accumulate(model, loss_fn, batches):
    parameters = list(model.parameters())
    total, seen = [torch.zeros_like(p) for p in parameters], 0
    for xb, yb in batches:
        grads = torch.autograd.grad(loss_fn(model(xb), yb), parameters)
        total = [a + len(xb) * g for a, g in zip(total, grads)]
        seen += len(xb)
    for p, grad in zip(parameters, total):
        p.grad = grad / seen
