"""You multiply by the largest eigenvalue of the Jacobian at each step: that says what happens in the long run, not the norm of this gradient; follow the vector itself."""

import numpy as np


def rnn_grad_norms(wh, hs, dlast):
    norms = np.zeros(len(hs), dtype=hs.dtype)
    norm = np.linalg.norm(dlast)
    for t in reversed(range(len(hs))):
        norms[t] = norm
        norm = norm * np.abs(np.linalg.eigvals(wh * (1 - hs[t] ** 2))).max()
    return norms
