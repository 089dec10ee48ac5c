import torch


def sgd_step(w, g, lr, weight_decay=0.0):
    """Return the parameter after one step of gradient descent, as a new tensor.

    w: parameter, any shape
    g: gradient of the loss by w, same shape
    lr: learning rate
    weight_decay: strength of the L2 penalty
    """
    raise NotImplementedError("sgd_step: return the new parameter")
