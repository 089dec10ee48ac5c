"""You use one filter for all channels: each channel has its own."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    filters = wd.reshape(wd.shape[0], wd.shape[-2], wd.shape[-1])
    mixing = wp.reshape(wp.shape[0], wp.shape[1])
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(padded, filters.shape[1:], axis=(2, 3))[:, :, ::stride, ::stride]
    z = np.einsum("ncijuv,uv->ncij", windows, filters[0])
    return np.einsum("ncij,fc->nfij", z, mixing)
