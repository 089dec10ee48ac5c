"""You fold the learning rate into the velocity, as CS231n does: here the velocity collects plain gradients and the learning rate multiplies the step."""

import numpy as np


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    previous = v
    v = momentum * v - lr * g
    return w + (-momentum * previous + (1 + momentum) * v if nesterov else v), v
