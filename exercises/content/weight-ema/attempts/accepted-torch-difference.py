"""Moves the state a little towards the weights."""

import torch


def ema_update(ema, w, decay, step=None):
    state = torch.lerp(ema, w, 1 - decay)
    value = state.clone()
    if step is not None:
        value = value.div(1 - decay**step)
    return state, value
