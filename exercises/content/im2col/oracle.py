"""PyTorch's own unfold and fold."""

import torch.nn.functional as F


def im2col(x, kh, kw, stride=1, padding=0):
    return F.unfold(x, (kh, kw), stride=stride, padding=padding).transpose(1, 2).flatten(0, 1)


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    rows = cols.reshape(x_shape[0], -1, cols.shape[1]).transpose(1, 2)
    return F.fold(rows, tuple(x_shape[2:]), (kh, kw), stride=stride, padding=padding)
