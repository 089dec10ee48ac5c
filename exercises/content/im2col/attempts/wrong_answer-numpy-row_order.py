"""You order the rows i, j, n: they are n, i, j, image by image."""

import numpy as np


def im2col(x, kh, kw, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (padded.shape[2] - kh) // stride + 1
    ow = (padded.shape[3] - kw) // stride + 1
    rows = []
    for i in range(oh):
        starts = [j * stride for j in range(ow)]
        rows.append([padded[:, :, i * stride : i * stride + kh, j : j + kw] for j in starts])
    windows = np.stack([np.stack(row, axis=2) for row in rows], axis=2)  # (N, C, oh, ow, kh, kw)
    return windows.transpose(2, 3, 0, 1, 4, 5).reshape(-1, x.shape[1] * kh * kw)


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    windows = cols.reshape(oh, ow, n, c, kh, kw).transpose(2, 3, 0, 1, 4, 5)
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=cols.dtype)
    for i in range(oh):
        for j in range(ow):
            padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += windows[:, :, i, j]
    return padded[:, :, padding : padding + h, padding : padding + w]
