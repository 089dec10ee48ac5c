"""You multiply by `wh.T` on the left: the forward pass computes h @ wh, so a row gradient is multiplied by `wh.T` from the right, a column by `wh` from the left."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = np.linalg.norm(grad)
        grad = wh.T @ ((1 - hs[t] ** 2) * grad)
    return norms
