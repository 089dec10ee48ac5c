import torch


def mlp_loss_grad(params, X, y, activation):
    """Return (loss, grads) of a multi-layer perceptron under mean softmax cross-entropy.

    params: list of (w, b), first layer first; w has shape (D_in, D_out), b has shape (D_out,)
    X: inputs, shape (N, D)
    y: class indices, shape (N,)
    activation: "tanh", "relu" or "sigmoid", after every layer but the last
    """
    raise NotImplementedError("mlp_loss_grad: return (loss, grads), grads a list of (dw, db) like params")
