"""You swap the two layouts: by default pair i is (i, i + d/2); only with `interleaved` are neighbours a pair."""

import numpy as np


def rope(x, base=10000.0, offset=0, interleaved=False):
    d = x.shape[-1]
    speeds = base ** (-(2 * np.arange(d // 2) / d))
    angles = (np.arange(x.shape[-2]) + offset)[:, None] * speeds
    cos, sin = np.cos(angles).astype(x.dtype), np.sin(angles).astype(x.dtype)
    if not interleaved:
        a, b = x[..., 0::2], x[..., 1::2]
        return np.stack([a * cos - b * sin, a * sin + b * cos], axis=-1).reshape(x.shape)
    a, b = x[..., : d // 2], x[..., d // 2 :]
    return np.concatenate([a * cos - b * sin, a * sin + b * cos], axis=-1)
