"""You average over the input channels: the formula sums over them."""

import torch
import torch.nn.functional as F


def conv2d(x, w, b, stride=1, padding=0):
    x = F.pad(x, (padding, padding, padding, padding))
    windows = x.unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    out = torch.einsum("ncijuv,fcuv->nfij", windows, w) / x.shape[1]
    return out + b[:, None, None]
