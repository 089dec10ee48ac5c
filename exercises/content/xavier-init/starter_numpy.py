import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    """Return Glorot-initialised weights of `shape`, drawn from the generator `rng`."""
    raise NotImplementedError("Write xavier: the two fans, the variance, then draw.")
