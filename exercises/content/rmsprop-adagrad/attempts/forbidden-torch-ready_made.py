"""Lets the library make the step."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    parameter = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.RMSprop([parameter], lr, alpha, eps)
    optimizer.state[parameter].update(step=torch.tensor(1.0), square_avg=s)
    parameter.grad = g
    optimizer.step()
    return parameter.detach(), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + g**2
    return w - lr * g / (s.sqrt() + eps), s
