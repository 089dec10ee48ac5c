"""You leave out the derivative of tanh: the gradient is multiplied by 1 - h_t^2 before it goes through the weights."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = np.linalg.norm(grad)
        grad = wh @ grad
    return norms
