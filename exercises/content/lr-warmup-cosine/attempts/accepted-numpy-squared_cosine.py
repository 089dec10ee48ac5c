"""Clamped progress and the square of a cosine of half the angle."""

import numpy as np


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return np.interp(step + 1, [0, warmup], [0, peak])
    progress = np.clip((step - warmup) / max(total - warmup, 1), 0, 1) if total > warmup else 1.0
    return floor + (peak - floor) * np.cos(np.pi / 2 * progress) ** 2
