"""The formula."""

import numpy as np


def ema_update(ema, w, decay, step=None):
    state = decay * ema + (1 - decay) * w
    return state, state if step is None else state / (1 - decay**step)
