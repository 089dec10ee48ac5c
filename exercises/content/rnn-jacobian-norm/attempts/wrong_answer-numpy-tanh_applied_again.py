"""You apply tanh to the states once more: `hs` holds values that already went through it, so the slope is 1 - h_t^2."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = np.linalg.norm(grad)
        grad = wh @ ((1 - np.tanh(hs[t]) ** 2) * grad)
    return norms
