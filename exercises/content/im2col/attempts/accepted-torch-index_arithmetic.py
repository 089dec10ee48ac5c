"""The place of every entry computed by arithmetic; gather forwards, scatter back."""

import torch
import torch.nn.functional as F


def im2col(x, kh, kw, stride=1, padding=0):
    padded = F.pad(x, (padding, padding, padding, padding))
    oh, ow = (padded.shape[2] - kh) // stride + 1, (padded.shape[3] - kw) // stride + 1
    parts = []
    for u in range(kh):
        for v in range(kw):
            parts.append(padded[:, :, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride])
    return torch.stack(parts, dim=-1).permute(0, 2, 3, 1, 4).reshape(-1, x.shape[1] * kh * kw)


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    n, c, h, w = x_shape
    marks = torch.arange(1, n * c * h * w + 1, dtype=torch.float64).reshape(n, c, h, w)
    places = im2col(marks, kh, kw, stride, padding).reshape(-1).long()
    flat = cols.new_zeros(n * c * h * w + 1).index_add(0, places, cols.reshape(-1))
    return flat[1:].reshape(n, c, h, w)
