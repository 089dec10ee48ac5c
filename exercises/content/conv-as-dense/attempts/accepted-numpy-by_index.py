"""Every entry from the distance of its column to the start of its row."""

import numpy as np


def conv1d_matrix(k, n, stride=1):
    starts = np.arange(0, n - len(k) + 1, stride)
    offset = np.arange(n)[None, :] - starts[:, None]
    inside = (offset >= 0) & (offset < len(k))
    return np.where(inside, k[np.clip(offset, 0, len(k) - 1)], 0).astype(k.dtype)
