"""You flip the filters: a convolution layer slides them as they are."""

import torch
import torch.nn.functional as F


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    filters = wd.reshape(wd.shape[0], wd.shape[-2], wd.shape[-1])
    mixing = wp.reshape(wp.shape[0], wp.shape[1])
    padded = F.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, filters.shape[1], stride).unfold(3, filters.shape[2], stride)
    z = torch.einsum("ncijuv,cuv->ncij", windows, filters.flip(1, 2))
    return torch.einsum("ncij,fc->nfij", z, mixing)
