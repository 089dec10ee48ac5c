import numpy as np


def soft_threshold(w, t):
    """Return `w` with every element moved towards 0 by `t`, and not past it."""
    raise NotImplementedError("Write soft_threshold: shrink the size by t, keep the sign.")
