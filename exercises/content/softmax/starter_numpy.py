import numpy as np


def softmax(x, axis=-1):
    """Return the softmax of `x` along `axis`: same shape, positive, sums to 1 along that axis."""
    raise NotImplementedError("Write softmax: exponentials along one axis, divided by their sum.")
