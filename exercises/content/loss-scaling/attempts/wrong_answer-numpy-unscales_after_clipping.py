"""You clip while the gradients still carry the scale: a norm limit then means a limit divided by the scale; unscale first, clipping comes later."""

import numpy as np


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    if not all(bool(np.isfinite(grad).all()) for grad in grads):
        return None, max(1.0, scale * backoff), 0
    norm = float(sum((grad * grad).sum() for grad in grads)) ** 0.5
    factor = min(1.0, 1.0 / max(norm, 1e-12))
    good_steps += 1
    unscaled = [grad * factor / scale for grad in grads]
    if good_steps == interval:
        return unscaled, scale * growth, 0
    return unscaled, scale, good_steps
