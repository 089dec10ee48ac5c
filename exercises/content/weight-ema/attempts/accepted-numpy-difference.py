"""Moves the state a little towards the weights."""

import numpy as np


def ema_update(ema, w, decay, step=None):
    state = ema + (1 - decay) * (w - ema)
    value = state.copy()
    if step is not None:
        value /= 1 - decay**step
    return state, value
