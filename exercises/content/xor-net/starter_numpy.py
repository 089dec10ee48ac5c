import numpy as np


def xor_params():
    """Return (w1, b1, w2, b2) of a network with one hidden layer that computes XOR."""
    raise NotImplementedError("Write xor_params: which two lines in the plane separate the four points?")
