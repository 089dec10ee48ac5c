import torch


def gradient_norms(weights, x, dout, activation):
    """Return the Frobenius norm of the gradient by each weight, first layer first.

    weights: list of arrays, layer l maps D_(l-1) to D_l numbers and has shape (D_(l-1), D_l)
    x: inputs, shape (N, D_0)
    dout: gradient of the loss by the last activation, shape (N, D_L)
    activation: "sigmoid", "tanh" or "relu", after every layer
    """
    raise NotImplementedError("gradient_norms: return a list of L numbers")
