"""PyTorch's own gradient descent with momentum, its velocity put in."""

import torch


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    w = torch.nn.Parameter(w.clone())
    w.grad = g.clone()
    momentum = momentum or 1e-300  # without any, PyTorch keeps no velocity
    optimizer = torch.optim.SGD([w], lr=lr, momentum=momentum, nesterov=nesterov)
    optimizer.state[w]["momentum_buffer"] = v.clone()
    optimizer.step()
    return w.detach(), optimizer.state[w]["momentum_buffer"]
