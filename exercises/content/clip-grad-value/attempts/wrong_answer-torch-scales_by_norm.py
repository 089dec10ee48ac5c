"""You scale the whole array by its norm: that is clipping by norm; by value limits each element on its own."""

import torch


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [clip_grad_value(g, clip) for g in grads]
    return grads * min(1.0, clip / grads.norm().item())
