import numpy as np


def clip_grad_norm(grads, max_norm):
    """Return (clipped gradients, joint norm before clipping) for a list of arrays."""
    raise NotImplementedError("Write clip_grad_norm: one norm over all gradients, one factor for all of them.")
