"""You fall along a straight line: the second part is half a cosine."""

import numpy as np


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return floor
    return peak + (floor - peak) * (step - warmup) / (total - warmup)
