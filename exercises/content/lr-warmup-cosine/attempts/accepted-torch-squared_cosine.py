"""Clamped progress and the square of a cosine of half the angle."""

import torch


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak / warmup * (step + 1)
    span = total - warmup
    progress = min((step - warmup) / span, 1.0) if span else 1.0
    angle = torch.tensor(progress * torch.pi / 2, dtype=torch.float64)
    return floor + (peak - floor) * torch.cos(angle) ** 2
