"""PyTorch's own gradient descent."""

import torch


def sgd_step(w, g, lr, weight_decay=0.0):
    w = torch.nn.Parameter(w.clone())
    w.grad = g.clone()
    torch.optim.SGD([w], lr=lr, weight_decay=weight_decay).step()
    return w.detach()
