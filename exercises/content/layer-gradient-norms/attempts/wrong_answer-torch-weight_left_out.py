"""You leave the weight out on the way back: the gradient that reaches the layer below is `delta @ w.T`."""

import torch


def forward(z, activation):
    if activation == "relu":
        return torch.clamp(z, min=0)
    return torch.tanh(z) if activation == "tanh" else 1 / (1 + torch.exp(-z))


def slope(h, activation):
    if activation == "relu":
        return h > 0
    return 1 - h * h if activation == "tanh" else h * (1 - h)


def gradient_norms(weights, x, dout, activation):
    states = [x]
    for w in weights:
        states.append(forward(states[-1] @ w, activation))
    norms, grad = [], dout
    for i in reversed(range(len(weights))):
        delta = grad * slope(states[i + 1], activation)
        dw = states[i].T @ delta
        norms.append(torch.sqrt((dw * dw).sum()))
        grad = delta.mean(dim=1, keepdim=True) * torch.ones_like(states[i])
    return norms[::-1]
