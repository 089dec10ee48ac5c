"""You give decay to the new weights: it is the weight of the old state, so that 0.999 means a long memory."""

import torch


def ema_update(ema, w, decay, step=None):
    state = (1 - decay) * ema + decay * w
    return state, state if step is None else state / (1 - (1 - decay) ** step)
