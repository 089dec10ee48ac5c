"""All windows as one strided view, contracted with the filters."""

import torch
import torch.nn.functional as F


def conv2d(x, w, b, stride=1, padding=0):
    x = F.pad(x, (padding, padding, padding, padding))
    windows = x.unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    return torch.einsum("ncijuv,fcuv->nfij", windows, w) + b[:, None, None]
