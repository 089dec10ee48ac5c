"""Your cosine runs from step 0: after the warm-up it has already fallen below the peak; measure its progress from the end of the warm-up."""

import math

import torch


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return floor
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * step / total))
