import torch


def soft_threshold(w, t):
    """Return the tensor `w` with every element moved towards 0 by `t`, and not past it."""
    raise NotImplementedError("Write soft_threshold: shrink the size by t, keep the sign.")
