import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    """Return Glorot-initialised weights of `shape`, drawn from the torch.Generator `generator`."""
    raise NotImplementedError("Write xavier: the two fans, the variance, then draw.")
