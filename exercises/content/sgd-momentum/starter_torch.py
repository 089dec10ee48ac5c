import torch


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    """Return the tensors (w, v) after one step with momentum."""
    raise NotImplementedError("Write sgd_momentum: update the velocity first, then step with it.")
