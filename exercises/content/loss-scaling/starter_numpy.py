import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    """Return (unscaled gradients or None, next scale, good steps) after a backward pass of the scaled loss."""
    raise NotImplementedError("Write scaler_step: look for inf and NaN first.")
