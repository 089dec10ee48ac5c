"""You return the corrected state: the next update would correct it again; correct only the value."""

import torch


def ema_update(ema, w, decay, step=None):
    state = decay * ema + (1 - decay) * w
    if step is not None:
        state = state / (1 - decay**step)
    return state, state
