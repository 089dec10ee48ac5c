"""You put the output padding on the top and the left: it belongs at the bottom and at the right."""

import numpy as np


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    n, channels, height, width = x.shape
    _, filters, kh, kw = w.shape
    tall, wide = (height - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    full = np.zeros((n, filters, tall, wide), dtype=x.dtype)
    for i in range(height):
        for j in range(width):
            window = np.tensordot(x[:, :, i, j], w, axes=1)
            top, left = i * stride + output_padding, j * stride + output_padding
            full[:, :, top : top + kh, left : left + kw] += window
    out = full[:, :, padding : tall - padding, padding : wide - padding]
    return out + b.reshape(-1, 1, 1)
