import math

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    """Return He-initialised weights of `shape`, drawn from the torch.Generator `generator`."""
    raise NotImplementedError("Write he: the fan, the gain, then draw from a normal distribution.")
