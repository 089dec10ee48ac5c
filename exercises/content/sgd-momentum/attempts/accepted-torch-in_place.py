"""Writes into the given arrays."""

import torch


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    v.mul_(momentum).add_(g)
    direction = g.add(v, alpha=momentum) if nesterov else v
    w.sub_(direction, alpha=lr)
    return w, v
