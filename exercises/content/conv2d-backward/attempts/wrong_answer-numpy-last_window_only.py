"""You overwrite `dw` at each position: the filter is used at every position, so its gradients are added up."""

import numpy as np


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    height, width = x.shape[2:]
    kh, kw = w.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            g, window = dout[:, :, i, j], padded[:, :, rows, cols]
            dw = np.tensordot(g, window, axes=(0, 0))
            back = np.tensordot(g, w, axes=1)
            dpadded[:, :, rows, cols] += back
    return dpadded[:, :, padding : padding + height, padding : padding + width], dw, dout.sum(axis=(0, 2, 3))
