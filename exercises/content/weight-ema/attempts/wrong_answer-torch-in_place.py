"""You write the new state into the caller's array: the numbers are right, but whoever still holds the old state has lost it; build a new array."""

import torch


def ema_update(ema, w, decay, step=None):
    with torch.no_grad():
        ema.mul_(decay).add_(w, alpha=1 - decay)
    return ema, ema if step is None else ema / (1 - decay**step)
