"""You let the rate fall to 0: the cosine ends at `floor`, so scale it by peak - floor and add the floor."""

import math

import numpy as np


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return 0.0
    progress = (step - warmup) / (total - warmup)
    return 0.5 * peak * (1 + math.cos(math.pi * progress))
