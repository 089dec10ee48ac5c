import numpy as np


def rope(x, base=10000.0, offset=0, interleaved=False):
    """Return x with every pair of features turned by an angle that grows with the position.

    x: queries or keys, shape (..., T, d) with an even d; positions are on axis -2
    base: sets the wavelengths; offset: position of the first row
    interleaved: pairs are neighbours (2i, 2i + 1) instead of halves (i, i + d/2)
    """
    raise NotImplementedError("rope: return an array in the shape of x")
