"""Pairs as complex numbers, multiplied by a unit number."""

import numpy as np


def rope(x, base=10000.0, offset=0, interleaved=False):
    half = x.shape[-1] // 2
    pairs = x.reshape(*x.shape[:-1], half, 2) if interleaved else np.stack([x[..., :half], x[..., half:]], -1)
    angles = np.outer(np.arange(offset, offset + x.shape[-2]), np.exp(-np.log(base) * np.arange(half) / half))
    turned = (pairs[..., 0] + 1j * pairs[..., 1]) * np.exp(1j * angles)
    if interleaved:
        return np.stack([turned.real, turned.imag], axis=-1).reshape(x.shape).astype(x.dtype)
    return np.concatenate([turned.real, turned.imag], axis=-1).astype(x.dtype)
