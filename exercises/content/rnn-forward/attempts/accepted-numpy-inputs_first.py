"""The product with the inputs for all steps at once; the loop only feeds the state back."""

import numpy as np


def rnn_forward(x, h0, wx, wh, b):
    out = np.einsum("ntd,dh->nth", x, wx) + b
    previous = h0
    for t in range(out.shape[1]):
        out[:, t] = np.tanh(out[:, t] + previous @ wh)
        previous = out[:, t]
    return out
