"""You pair feature i with i + d/2 but repeat each angle for two neighbours: halves need the angles one after the other twice (`concat`), neighbours need each one twice in a row (`repeat`)."""

import numpy as np


def rope(x, base=10000.0, offset=0, interleaved=False):
    T, d = x.shape[-2:]
    half = d // 2
    freqs = base ** (-np.arange(half) * 2.0 / d)
    ang = np.outer(np.arange(T) + offset, freqs)
    cos, sin = np.cos(ang), np.sin(ang)
    out = np.empty_like(x)
    if interleaved:
        a, b = x[..., ::2], x[..., 1::2]
        out[..., ::2] = a * cos - b * sin
        out[..., 1::2] = a * sin + b * cos
    else:
        a, b = x[..., :half], x[..., half:]
        cos, sin = np.repeat(cos, 2, axis=-1), np.repeat(sin, 2, axis=-1)
        out = x * cos + np.concatenate([-b, a], axis=-1) * sin
    return out
