"""Each pixel times all kernels is added into a result that is cut at the end."""

import numpy as np


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    N, C, H, W = x.shape
    _, F, kh, kw = w.shape
    s, p, op = stride, padding, output_padding
    full = np.zeros((N, F, (H - 1) * s + kh + op, (W - 1) * s + kw + op), dtype=x.dtype)
    for i in range(H):
        for j in range(W):
            # (N, C) x (C, F, kh, kw)
            full[:, :, i * s:i * s + kh, j * s:j * s + kw] += np.tensordot(x[:, :, i, j], w, axes=1)
    Ho = (H - 1) * s - 2 * p + kh + op
    Wo = (W - 1) * s - 2 * p + kw + op
    return full[:, :, p:p + Ho, p:p + Wo] + b[None, :, None, None]
