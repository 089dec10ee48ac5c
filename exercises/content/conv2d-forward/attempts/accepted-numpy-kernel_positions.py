"""One loop over the positions of the kernel: each adds a shifted image, weighted."""

import numpy as np


def conv2d(x, w, b, stride=1, padding=0):
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    kh, kw = w.shape[2], w.shape[3]
    oh = (x.shape[2] - kh) // stride + 1
    ow = (x.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], w.shape[0], oh, ow), dtype=x.dtype) + b.reshape(1, -1, 1, 1)
    for u in range(kh):
        for v in range(kw):
            shifted = x[:, :, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride]
            out = out + np.einsum("ncij,fc->nfij", shifted, w[:, :, u, v])
    return out
