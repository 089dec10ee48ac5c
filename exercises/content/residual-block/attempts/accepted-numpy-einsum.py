"""Masks instead of maxima, sums over named indices, and the identity written as a projection."""

import numpy as np


def relu(z):
    return z * (z > 0)


def residual_block(x, w1, b1, w2, b2, wproj=None):
    if wproj is None:
        wproj = np.eye(x.shape[1], dtype=x.dtype)
    out = np.einsum("nh,hm->nm", relu(np.einsum("nd,dh->nh", x, w1) + b1), w2)
    out = out + np.einsum("nd,dm->nm", x, wproj) + b2
    return relu(out)
