"""You cut the padding off the end only: remove `padding` rows and columns from every side."""

import torch


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    n, channels, height, width = x.shape
    _, filters, kh, kw = w.shape
    tall, wide = (height - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    full = x.new_zeros((n, filters, tall, wide))
    for i in range(height):
        for j in range(width):
            window = torch.tensordot(x[:, :, i, j], w, dims=1)
            full[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += window
    out = full[:, :, : tall - 2 * padding, : wide - 2 * padding]
    return out + b.reshape(-1, 1, 1)
