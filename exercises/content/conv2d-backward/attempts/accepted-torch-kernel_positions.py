"""Filters by one contraction; the image by strided slices, one a kernel position."""

import torch
from torch.nn.functional import fold, unfold


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    size = tuple(w.shape[2:])
    columns = unfold(x, size, padding=padding, stride=stride)
    rows = dout.flatten(2)
    used = columns[:, :, : rows.shape[2]]
    dw = torch.einsum("nfl,nkl->fk", rows, used).reshape(w.shape)
    dcolumns = torch.einsum("nfl,fk->nkl", rows, w.flatten(1))
    dx = fold(dcolumns, tuple(x.shape[2:]), size, padding=padding, stride=stride)
    return dx, dw, dout.sum(dim=(0, 2, 3))
