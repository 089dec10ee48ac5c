"""You limit the absolute value and lose the sign: negative gradients stay negative."""

import torch


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [g.abs().clamp(max=clip) for g in grads]
    return grads.abs().clamp(max=clip)
