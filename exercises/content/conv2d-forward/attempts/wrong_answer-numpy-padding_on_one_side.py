"""You pad one side only: `padding` zeros go on each of the four sides, so height and width grow by 2 * padding."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (0, padding), (0, padding)))
    windows = sliding_window_view(x, (w.shape[2], w.shape[3]), axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("ncijuv,fcuv->nfij", windows, w)
    return out + b[:, None, None]
