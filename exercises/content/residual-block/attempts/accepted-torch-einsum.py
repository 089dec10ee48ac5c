"""Masks instead of maxima, sums over named indices, and the identity written as a projection."""

import torch


def relu(z):
    return z * (z > 0)


def residual_block(x, w1, b1, w2, b2, wproj=None):
    if wproj is None:
        wproj = torch.eye(x.shape[1], dtype=x.dtype)
    out = torch.einsum("nh,hm->nm", relu(torch.einsum("nd,dh->nh", x, w1) + b1), w2)
    out = out + torch.einsum("nd,dm->nm", x, wproj) + b2
    return relu(out)
