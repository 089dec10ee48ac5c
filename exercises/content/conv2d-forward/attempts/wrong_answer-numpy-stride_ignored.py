"""You ignore the stride: the window moves by `stride` pixels, so fewer positions are left."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(x, (w.shape[2], w.shape[3]), axis=(2, 3))
    out = np.einsum("ncijuv,fcuv->nfij", windows, w)
    return out + b[:, None, None]
