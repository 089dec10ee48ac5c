"""The library's clip, array by array."""

import torch


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [g.clamp(-clip, clip) for g in grads]
    return grads.clamp(-clip, clip)
