"""All layers but the last in a loop, the last one by itself."""

import torch


def mlp_forward(x, params, activation="relu"):
    phi = getattr(torch, activation)
    *hidden, (w_last, b_last) = params
    for w, b in hidden:
        x = phi(x @ w + b)
    return x @ w_last + b_last
