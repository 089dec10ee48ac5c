"""You divide by the scale after it has grown: the gradients were made with the old one."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    if not all(np.isfinite(g).all() for g in grads):
        return None, max(1.0, scale * backoff), 0
    good_steps += 1
    if good_steps == interval:
        scale, good_steps = scale * growth, 0
    return [g / scale for g in grads], scale, good_steps
