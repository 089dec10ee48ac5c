"""You read `w` as (C_out, C_in, kh, kw): a transposed convolution stores the input channels first, (C_in, C_out, kh, kw)."""

import torch


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    w = w.reshape(w.shape[1], w.shape[0], *w.shape[2:]).swapaxes(0, 1)
    n, channels, height, width = x.shape
    _, filters, kh, kw = w.shape
    tall, wide = (height - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    full = x.new_zeros((n, filters, tall, wide))
    for i in range(height):
        for j in range(width):
            window = torch.tensordot(x[:, :, i, j], w, dims=1)
            full[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += window
    out = full[:, :, padding : tall - padding, padding : wide - padding]
    return out + b.reshape(-1, 1, 1)
