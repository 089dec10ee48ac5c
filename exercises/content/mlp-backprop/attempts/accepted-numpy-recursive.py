"""The backward pass as a recursion: each call returns the gradient by its input."""

import numpy as np


def forward_backward(params, h, y, activation):
    (w, b), rest = params[0], params[1:]
    z = h @ w + b
    if not rest:
        shifted = z - z.max(axis=1, keepdims=True)
        log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        rows = np.arange(len(y))
        loss = -log_p[rows, y].mean()
        dz = np.exp(log_p)
        dz[rows, y] -= 1
        dz /= len(y)
        grads = []
    else:
        if activation == "tanh":
            out = np.tanh(z)
            derivative = 1 / np.cosh(z) ** 2
        elif activation == "relu":
            out = np.where(z > 0, z, 0)
            derivative = (z > 0).astype(z.dtype)
        else:
            out = 1 / (1 + np.exp(-z))
            derivative = out - out**2
        loss, grads, dh = forward_backward(rest, out.astype(h.dtype), y, activation)
        dz = dh * derivative
    return loss, [(h.T @ dz, dz.sum(axis=0)), *grads], dz @ w.T


def mlp_loss_grad(params, X, y, activation):
    loss, grads, _ = forward_backward(list(params), X, y, activation)
    return loss, grads
