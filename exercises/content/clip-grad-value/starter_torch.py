import torch


def clip_grad_value(grads, clip):
    """Return `grads` (a tensor or a list of tensors) with every element limited to [-clip, clip]."""
    raise NotImplementedError("Write clip_grad_value: limit each element on both sides.")
