import numpy as np


def relu(x):
    """Return a new array with the positive elements of `x`, and 0 in place of all others."""
    raise NotImplementedError("Write relu: max(x, 0), element by element, without changing x.")
