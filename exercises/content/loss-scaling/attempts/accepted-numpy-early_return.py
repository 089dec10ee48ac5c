"""The overflow first, then the ordinary step."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    if not all(bool(np.isfinite(grad).all()) for grad in grads):
        return None, max(1.0, scale * backoff), 0
    good_steps += 1
    unscaled = [grad / scale for grad in grads]
    if good_steps == interval:
        return unscaled, scale * growth, 0
    return unscaled, scale, good_steps
