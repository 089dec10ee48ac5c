"""You mix the channels first and filter afterwards: depthwise comes first, the 1 x 1 part second."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    filters = wd.reshape(wd.shape[0], wd.shape[-2], wd.shape[-1])
    mixing = wp.reshape(wp.shape[0], wp.shape[1])
    mixed = np.einsum("fc,ncij->nfij", mixing, x)
    filters = filters[[f % len(filters) for f in range(len(wp))]]
    padded = np.pad(mixed, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(padded, filters.shape[1:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nfijuv,fuv->nfij", windows, filters)
