"""You do not scale the layer's bias: batch norm acts on the whole output, so the bias is multiplied by s as well."""

import numpy as np


def fold_bn(w, b, gamma, beta, rm, rv, eps):
    s = gamma / np.sqrt(rv + eps)
    if b is None:
        b = np.zeros_like(rm)
    if w.ndim == 2:
        return w * s, b - s * rm + beta
    return w * s[:, None, None, None], b - s * rm + beta
