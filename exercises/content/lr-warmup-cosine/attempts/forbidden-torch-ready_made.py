"""Asks the library's scheduler."""

import torch


def lr_at(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return floor
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=peak)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, total - warmup, eta_min=floor)
    for _ in range(step - warmup):
        optimizer.step()
        schedule.step()
    return schedule.get_last_lr()[0]
