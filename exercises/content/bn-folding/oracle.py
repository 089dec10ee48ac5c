"""PyTorch's own fusion of a layer with the batch normalisation behind it."""

import torch
from torch.nn.utils.fusion import fuse_conv_bn_weights, fuse_linear_bn_weights


def fold_bn(w, b, gamma, beta, rm, rv, eps):
    b = torch.zeros_like(rm) if b is None else b
    if w.ndim == 2:
        w, b = fuse_linear_bn_weights(w.T, b, rm, rv, eps, gamma, beta)
        return w.T, b
    return fuse_conv_bn_weights(w, b, rm, rv, eps, gamma, beta)
