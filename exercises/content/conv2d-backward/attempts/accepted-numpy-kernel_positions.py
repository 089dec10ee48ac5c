"""Filters by one contraction; the image by strided slices, one a kernel position."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    p, (kh, kw), (oh, ow) = padding, w.shape[2:], dout.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    windows = sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    dw = np.tensordot(dout, windows, axes=((0, 2, 3), (0, 2, 3)))
    dx = np.zeros_like(padded)
    for u in range(kh):
        for v in range(kw):
            part = np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            dx[:, :, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride] += part
    return dx[:, :, p : p + x.shape[2], p : p + x.shape[3]], dw, np.einsum("nfij->f", dout)
