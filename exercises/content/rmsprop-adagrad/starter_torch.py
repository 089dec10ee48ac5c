import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    """Return the tensors (w, s) after one step of RMSProp."""
    raise NotImplementedError("Write rmsprop: a moving average of squares, then a step divided by its root.")


def adagrad(w, g, s, lr, eps=1e-10):
    """Return the tensors (w, s) after one step of Adagrad."""
    raise NotImplementedError("Write adagrad: the sum of squares, then a step divided by its root.")
