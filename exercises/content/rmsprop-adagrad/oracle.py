"""PyTorch's own RMSprop and Adagrad, their sums put in."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    w, state = torch.nn.Parameter(w.clone()), dict(step=torch.tensor(0.0), square_avg=s.clone())
    w.grad = g.clone()
    optimizer = torch.optim.RMSprop([w], lr=lr, alpha=alpha, eps=eps)
    optimizer.state[w] = state
    optimizer.step()
    return w.detach(), state["square_avg"]


def adagrad(w, g, s, lr, eps=1e-10):
    w, state = torch.nn.Parameter(w.clone()), dict(step=torch.tensor(0.0), sum=s.clone())
    w.grad = g.clone()
    optimizer = torch.optim.Adagrad([w], lr=lr, eps=eps)
    optimizer.state[w] = state
    optimizer.step()
    return w.detach(), state["sum"]
