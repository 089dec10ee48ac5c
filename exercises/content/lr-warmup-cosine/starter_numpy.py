import math


def lr_at(step, warmup, total, peak, floor=0.0):
    """Return the learning rate of `step` (counted from 0)."""
    raise NotImplementedError("Write lr_at: a straight line up to the peak, half a cosine down to the floor.")
