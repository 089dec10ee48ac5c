"""Window by window, the winner found by its first largest value."""

import numpy as np


def pad_and_size(x, k, stride, padding):
    kh, kw = (k, k) if isinstance(k, int) else k
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    return padded, kh, kw, (padded.shape[2] - kh) // stride + 1, (padded.shape[3] - kw) // stride + 1


def maxpool(x, k, stride, padding=0):
    padded, kh, kw, oh, ow = pad_and_size(x, k, stride, padding)
    rows = []
    for i in range(oh):
        rows.append([])
        for j in range(ow):
            window = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            rows[-1].append(window.max(axis=(2, 3)))
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=2)


def maxpool_backward(dout, x, k, stride, padding=0):
    padded, kh, kw, oh, ow = pad_and_size(x, k, stride, padding)
    dx = np.zeros_like(padded)
    for n, c in [(n, c) for n in range(x.shape[0]) for c in range(x.shape[1])]:
        for i in range(oh):
            for j in range(ow):
                window = padded[n, c, i * stride : i * stride + kh, j * stride : j * stride + kw]
                row, column = divmod(int(window.argmax()), kw)
                dx[n, c, i * stride + row, j * stride + column] += dout[n, c, i, j]
    return dx[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
