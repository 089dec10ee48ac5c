"""You do not start counting again when the scale grows: the next growth is `interval` good steps away, so the counter goes back to 0."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    if not all(np.isfinite(g).all() for g in grads):
        return None, max(1.0, scale * backoff), 0
    out = [g / scale for g in grads]
    good_steps += 1
    if good_steps == interval:
        return out, scale * growth, good_steps
    return out, scale, good_steps
