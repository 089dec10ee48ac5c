"""Window by window, reshaped once."""

import torch


def im2col(x, kh, kw, stride=1, padding=0):
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    oh = (padded.shape[2] - kh) // stride + 1
    ow = (padded.shape[3] - kw) // stride + 1
    rows = []
    for i in range(oh):
        starts = [j * stride for j in range(ow)]
        rows.append([padded[:, :, i * stride : i * stride + kh, j : j + kw] for j in starts])
    windows = torch.stack([torch.stack(row, dim=2) for row in rows], dim=2)  # (N, C, oh, ow, kh, kw)
    return windows.permute(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * kh * kw)


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    windows = cols.reshape(n, oh, ow, c, kh, kw).permute(0, 3, 1, 2, 4, 5)
    padded = cols.new_zeros((n, c, h + 2 * padding, w + 2 * padding))
    for i in range(oh):
        for j in range(ow):
            padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += windows[:, :, i, j]
    return padded[:, :, padding : padding + h, padding : padding + w]
