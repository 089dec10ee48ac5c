"""Your warm-up uses step / warmup: the first step then has rate 0 and is wasted; use (step + 1) / warmup."""

import math

import numpy as np


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * progress))
