"""Scale and shift found by what batch norm does to zero and to one, then a product with a diagonal matrix."""

import numpy as np


def fold_bn(w, b, gamma, beta, rm, rv, eps):
    def norm(z):
        return gamma * (z - rm) / np.sqrt(rv + eps) + beta

    scale = gamma * (rv + eps) ** -0.5
    bias = norm(b if b is not None else 0 * rm)
    if len(w.shape) == 2:
        return w @ np.diag(scale), bias
    return np.tensordot(np.diag(scale), w, axes=1), bias
