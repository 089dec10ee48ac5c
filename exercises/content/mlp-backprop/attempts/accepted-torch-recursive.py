"""The backward pass as a recursion: each call returns the gradient by its input."""

import torch


def forward_backward(params, h, y, activation):
    (w, b), rest = params[0], params[1:]
    z = h @ w + b
    if not rest:
        log_p = torch.log_softmax(z, dim=1)
        loss = -log_p.gather(1, y[:, None]).mean()
        dz = (log_p.exp() - torch.nn.functional.one_hot(y, z.shape[1])) / len(y)
        grads = []
    else:
        if activation == "tanh":
            out = torch.tanh(z)
            derivative = 1 / torch.cosh(z) ** 2
        elif activation == "relu":
            out = torch.relu(z)
            derivative = (z > 0).to(z.dtype)
        else:
            out = torch.sigmoid(z)
            derivative = out - out**2
        loss, grads, dh = forward_backward(rest, out, y, activation)
        dz = dh * derivative
    return loss, [(h.T @ dz, dz.sum(dim=0)), *grads], dz @ w.T


def mlp_loss_grad(params, X, y, activation):
    loss, grads, _ = forward_backward(list(params), X, y, activation)
    return loss, grads
