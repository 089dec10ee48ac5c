"""You do not clamp the progress: beyond the last step the cosine rises again; stay at the floor."""

import math

import torch


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    progress = (step - warmup) / max(total - warmup, 1)
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * progress))
