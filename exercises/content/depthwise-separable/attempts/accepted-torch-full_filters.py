"""The equivalent ordinary convolution, from the product of both weights."""

import torch
import torch.nn.functional as F


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    kh, kw = wd.shape[-2:]
    full = wp.reshape(len(wp), -1, 1, 1) * wd.reshape(1, -1, kh, kw)
    columns = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    out = torch.einsum("fk,nkl->nfl", full.flatten(1), columns)
    return out.unflatten(2, ((x.shape[2] + 2 * padding - kh) // stride + 1, -1))
