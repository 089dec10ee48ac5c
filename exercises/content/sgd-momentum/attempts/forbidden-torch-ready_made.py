"""Lets the library make the step."""

import torch


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    parameter = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.SGD([parameter], lr, momentum, nesterov=nesterov and momentum > 0)
    optimizer.state[parameter]["momentum_buffer"] = v
    parameter.grad = g
    optimizer.step()
    return parameter.detach(), v
