import numpy as np


def two_layer_loss(params, X, y, reg):
    """Return (loss, grads) of a two-layer ReLU network.

    params: dict with W1 (D, H), b1 (H,), W2 (H, C), b2 (C,)
    X: inputs, shape (N, D)
    y: class indices, shape (N,)
    reg: strength of the L2 penalty on W1 and W2
    """
    raise NotImplementedError("two_layer_loss: return (loss, grads), grads a dict with the keys of params")
