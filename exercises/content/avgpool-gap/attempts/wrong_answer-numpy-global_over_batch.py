"""Your global mean runs over the batch: each image and channel keeps its own mean over its positions."""

import numpy as np


def window_sums(x, kh, kw, stride, padding):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for i in range(0, padded.shape[2] - kh + 1, stride):
        row = [padded[:, :, i : i + kh, j : j + kw].sum(axis=(2, 3)) for j in range(0, padded.shape[3] - kw + 1, stride)]
        rows.append(row)
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=2)


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    kh, kw = (k, k) if isinstance(k, int) else k
    total = window_sums(x, kh, kw, stride, padding)
    if count_include_pad:
        return total / (kh * kw)
    return total / window_sums(np.ones_like(x), kh, kw, stride, padding)


def global_avg_pool(x):
    return x.mean(axis=(0, 2, 3)) + 0 * x[:, :, 0, 0]
