"""You forget the bias: add `b` once to every pixel of its output channel."""

import numpy as np


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    n, channels, height, width = x.shape
    _, filters, kh, kw = w.shape
    tall, wide = (height - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    full = np.zeros((n, filters, tall, wide), dtype=x.dtype)
    for i in range(height):
        for j in range(width):
            window = np.tensordot(x[:, :, i, j], w, axes=1)
            full[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += window
    out = full[:, :, padding : tall - padding, padding : wide - padding]
    return out.copy()
