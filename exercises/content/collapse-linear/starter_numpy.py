import numpy as np


def collapse_linear(weights, biases):
    """Return (W, b) of the single affine layer that equals the whole stack."""
    raise NotImplementedError("Write collapse_linear: multiply out two layers, then go on with the third.")
