import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """Return the gradient of the scalar function `f` at `x` by central differences, a float64 array of x's shape."""
    raise NotImplementedError("Write numerical_gradient: move one entry up and down, and look at what f does.")
