"""Autograd through PyTorch's own layers and cross-entropy."""

import torch
import torch.nn.functional as F


ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu}


def mlp_loss_grad(params, X, y, activation):
    params = [tuple(part.detach().clone().requires_grad_() for part in layer) for layer in params]
    h = X
    for w, b in params[:-1]:
        h = ACTIVATIONS[activation](F.linear(h, w.T, b))
    loss = F.cross_entropy(F.linear(h, params[-1][0].T, params[-1][1]), y)
    loss.backward()
    return loss.detach(), [(w.grad, b.grad) for w, b in params]
