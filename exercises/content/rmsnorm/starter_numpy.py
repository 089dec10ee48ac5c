import numpy as np


def rmsnorm(x, gamma, eps=1e-6):
    """Return x with every row divided by its root mean square, then scaled.

    x: shape (..., D); gamma: shape (D,); eps: added to the mean square, under the root
    """
    raise NotImplementedError("rmsnorm: return an array in the shape of x")
