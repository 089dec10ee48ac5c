"""You make the classic step also when nesterov=True: the look-ahead step is g + momentum * v."""

import torch


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    v = momentum * v + g
    return w - lr * v, v
