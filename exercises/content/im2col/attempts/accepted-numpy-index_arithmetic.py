"""The place of every entry computed by arithmetic; gather forwards, scatter back."""

import numpy as np


def places(x_shape, kh, kw, stride, padding):
    n, c, h, w = (int(size) for size in x_shape)
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    row = stride * np.arange(oh)[:, None, None, None, None] + np.arange(kh)[:, None]
    column = stride * np.arange(ow)[:, None, None, None] + np.arange(kw)
    channel = np.arange(c)[:, None, None]
    inside = channel * ((h + 2 * padding) * (w + 2 * padding)) + row * (w + 2 * padding) + column
    size = c * (h + 2 * padding) * (w + 2 * padding)
    image = np.arange(n)[:, None, None] * size
    return image + inside.reshape(1, oh * ow, c * kh * kw)


def im2col(x, kh, kw, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return padded.ravel()[places(x.shape, kh, kw, stride, padding)].reshape(-1, x.shape[1] * kh * kw)


def col2im(cols, x_shape, kh, kw, stride=1, padding=0):
    n, c, h, w = (int(size) for size in x_shape)
    flat = np.zeros(n * c * (h + 2 * padding) * (w + 2 * padding), dtype=cols.dtype)
    np.add.at(flat, places(x_shape, kh, kw, stride, padding).ravel(), cols.ravel())
    padded = flat.reshape(n, c, h + 2 * padding, w + 2 * padding)
    return padded[:, :, padding : padding + h, padding : padding + w].copy()
