"""You return the norms in the order in which you compute them: the first entry belongs to the earliest state, the last one to `dlast`."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = np.linalg.norm(grad)
        grad = wh @ ((1 - hs[t] ** 2) * grad)
    return norms[::-1].copy()
