"""You multiply by w transposed, as torch.nn.Linear does inside: here w is (inputs, outputs) and a layer is x @ w + b."""

import numpy as np


def mlp_forward(x, params, activation="relu"):
    phi = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[activation]
    *hidden, (w_last, b_last) = params
    for w, b in hidden:
        x = phi(x @ w.T + b)
    return x @ w_last.T + b_last
