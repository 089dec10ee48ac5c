import numpy as np


def tanh(x):
    """Return the hyperbolic tangent of every element of `x`, built from exponentials."""
    raise NotImplementedError("Write tanh: from exponentials that cannot overflow.")
