"""A sum of zeros times the gradients is NaN exactly if something is not finite; the counter runs modulo the interval."""

import math

import torch


def scaler_step(grads, scale, good_steps, growth=2.0, backoff=0.5, interval=2000):
    total = sum(float((0 * grad).sum()) for grad in grads)
    if math.isnan(total):
        smaller = backoff * scale
        return None, smaller if smaller > 1 else 1.0, 0
    factor = 1 / scale
    good_steps = (good_steps + 1) % interval
    return [grad * factor for grad in grads], scale if good_steps else growth * scale, good_steps
