"""You count a skipped step as a good one: after an overflow the scale shrinks and counting starts again at 0."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    finite = all(bool(np.isfinite(grad).all()) for grad in grads)
    result = [grad / scale for grad in grads] if finite else None
    if not finite:
        scale = max(1.0, scale * backoff)
    good_steps += 1
    if good_steps == interval:
        return result, scale * growth, 0
    return result, scale, good_steps
