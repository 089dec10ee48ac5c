"""You multiply by the largest singular value of the Jacobian at each step: that is an upper bound, not the norm of this gradient; follow the vector itself."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    norm = np.linalg.norm(dlast)
    for t in reversed(range(len(hs))):
        norms[t] = norm
        norm = norm * np.linalg.norm(wh * (1 - hs[t] ** 2), 2)
    return norms
