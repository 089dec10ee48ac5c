import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    """Return (cost, dw, db) of one sigmoid layer under binary cross-entropy.

    x: inputs, shape (N, D)
    w: weight, shape (D, M)
    b: bias, shape (M,)
    y: targets between 0 and 1, shape (N, M)
    """
    raise NotImplementedError("sigmoid_layer_loss_grad: return (cost, dw, db)")
