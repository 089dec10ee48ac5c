"""You pad one side only: `padding` zeros go on each of the four sides, so height and width grow by 2 * padding."""

import torch
import torch.nn.functional as F


def conv2d(x, w, b, stride=1, padding=0):
    x = F.pad(x, (0, padding, 0, padding))
    windows = x.unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    out = torch.einsum("ncijuv,fcuv->nfij", windows, w)
    return out + b[:, None, None]
