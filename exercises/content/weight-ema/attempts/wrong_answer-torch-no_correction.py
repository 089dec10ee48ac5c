"""You never correct the value: after t updates from zero the state is too small by the factor 1 - decay**t; divide by it when a step is given."""

import torch


def ema_update(ema, w, decay, step=None):
    state = decay * ema + (1 - decay) * w
    return state, state
