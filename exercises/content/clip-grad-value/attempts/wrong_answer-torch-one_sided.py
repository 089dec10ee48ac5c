"""You limit only one side: large negative elements have to be raised to -clip as well."""

import torch


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [g.clamp(max=clip) for g in grads]
    return grads.clamp(max=clip)
