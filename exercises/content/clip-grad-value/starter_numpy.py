import numpy as np


def clip_grad_value(grads, clip):
    """Return `grads` (an array or a list of arrays) with every element limited to [-clip, clip]."""
    raise NotImplementedError("Write clip_grad_value: limit each element on both sides.")
