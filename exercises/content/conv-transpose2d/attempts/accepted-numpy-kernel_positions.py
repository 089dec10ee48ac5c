"""One strided plane for each position of the kernel."""

import numpy as np


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    n, _, height, width = x.shape
    kh, kw = w.shape[2:]
    tall, wide = (height - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    full = np.zeros((n, w.shape[1], tall, wide), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            plane = np.einsum("ncij,cf->nfij", x, w[:, :, u, v])
            full[:, :, u : u + height * stride : stride, v : v + width * stride : stride] += plane
    return full[:, :, padding : tall - padding, padding : wide - padding] + b[:, None, None]
