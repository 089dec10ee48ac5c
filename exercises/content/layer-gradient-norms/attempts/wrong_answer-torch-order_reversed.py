"""You return the norms from the last layer to the first: the first entry belongs to the first layer, so turn the list round."""

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
        grad = delta @ weights[i].T
    return norms
