"""All windows as one view; the border by a mask of what is real."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    size = (k, k) if isinstance(k, int) else tuple(k)
    around = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    real = np.pad(np.ones(x.shape, dtype=x.dtype), around, constant_values=1 if count_include_pad else 0)
    windows, weights = (
        sliding_window_view(a, size, axis=(2, 3))[:, :, ::stride, ::stride] for a in (np.pad(x, around), real)
    )
    return np.einsum("ncijuv->ncij", windows) / np.einsum("ncijuv->ncij", weights)


def global_avg_pool(x):
    return x.reshape(*x.shape[:2], -1).mean(axis=-1)
