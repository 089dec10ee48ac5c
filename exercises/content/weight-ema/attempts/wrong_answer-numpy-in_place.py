"""You write the new state into the caller's array: the numbers are right, but whoever still holds the old state has lost it; build a new array."""

import numpy as np


def ema_update(ema, w, decay, step=None):
    ema *= decay
    ema += (1 - decay) * w
    return ema, ema if step is None else ema / (1 - decay**step)
