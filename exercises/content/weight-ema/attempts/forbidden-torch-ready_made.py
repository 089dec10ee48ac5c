"""Uses the library's averaging function."""

import torch


def ema_update(ema, w, decay, step=None):
    state = torch.optim.swa_utils.get_ema_avg_fn(decay)(ema, w, 1)
    return state, state if step is None else state / (1 - decay**step)
