"""You add the windows of `dx` at (i, j): the window of output (i, j) begins at (i * stride, j * stride)."""

import numpy as np


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    _, _, oh, ow = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(oh):
        for j in range(ow):
            hs, ws = i * stride, j * stride
            patch = xp[:, :, hs:hs + kh, ws:ws + kw]
            g = dout[:, :, i, j]
            dw += np.einsum("nf,ncuv->fcuv", g, patch)
            dxp[:, :, i:i + kh, j:j + kw] += np.einsum("nf,fcuv->ncuv", g, w)
    dx = dxp[:, :, padding:padding + H, padding:padding + W]
    return dx, dw, db
