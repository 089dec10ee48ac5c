"""You divide by the scale after it has grown: the gradients were made with the old one."""

import torch


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    found_inf = any(not torch.isfinite(g).all() for g in grads)
    if found_inf:
        return None, max(scale * backoff, 1.0), 0
    good_steps += 1
    if good_steps >= interval:
        scale, good_steps = scale * growth, 0
    return [g / scale for g in grads], scale, good_steps
