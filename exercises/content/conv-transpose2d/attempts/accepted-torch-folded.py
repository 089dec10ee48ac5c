"""All windows by one product, put together by `fold`."""

import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    n, channels, height, width = x.shape
    kh, kw = w.shape[2:]
    columns = torch.einsum("ncl,ck->nkl", x.flatten(2), w.flatten(1))
    size = ((height - 1) * stride + kh, (width - 1) * stride + kw)
    full = F.fold(columns, size, (kh, kw), stride=stride)
    full = F.pad(full, (-padding, output_padding - padding, -padding, output_padding - padding))
    return full + b[:, None, None]
