"""The two terms of the Jacobian as two contractions."""

import numpy as np


def softmax_backward(dout, x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    s = np.einsum("...i,...->...i", e, 1 / e.sum(axis=-1))
    inner = np.einsum("...i,...i->...", s, dout)
    return s * dout - np.einsum("...i,...->...i", s, inner)
