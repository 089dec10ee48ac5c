"""Writes into the given arrays."""

import torch


def clip_grad_value(grads, clip):
    for g in grads if isinstance(grads, list) else [grads]:
        g.clamp_(-clip, clip)
    return grads
