"""You multiply by w transposed, as torch.nn.Linear does inside: here w is (inputs, outputs) and a layer is x @ w + b."""

import torch


def mlp_forward(x, params, activation="relu"):
    *hidden, (w_last, b_last) = params
    for w, b in hidden:
        x = getattr(torch, activation)(x @ w.T + b)
    return x @ w_last.T + b_last
