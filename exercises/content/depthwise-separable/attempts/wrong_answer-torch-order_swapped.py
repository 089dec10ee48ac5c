"""You mix the channels first and filter afterwards: depthwise comes first, the 1 x 1 part second."""

import torch
import torch.nn.functional as F


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    filters = wd.reshape(wd.shape[0], wd.shape[-2], wd.shape[-1])
    mixing = wp.reshape(wp.shape[0], wp.shape[1])
    mixed = torch.einsum("fc,ncij->nfij", mixing, x)
    filters = filters[[f % len(filters) for f in range(len(wp))]]
    padded = F.pad(mixed, (padding, padding, padding, padding))
    windows = padded.unfold(2, filters.shape[1], stride).unfold(3, filters.shape[2], stride)
    return torch.einsum("nfijuv,fuv->nfij", windows, filters)
