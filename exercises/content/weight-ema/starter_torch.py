import torch


def ema_update(ema, w, decay, step=None):
    """Return the tensors (state, value) after one update of the moving average."""
    raise NotImplementedError("Write ema_update: mix old state and weights; correct the value if a step is given.")
