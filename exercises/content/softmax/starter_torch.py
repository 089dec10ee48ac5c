import torch


def softmax(x, dim=-1):
    """Return the softmax of the tensor `x` along `dim`: same shape, positive, sums to 1 along that dimension."""
    raise NotImplementedError("Write softmax: exponentials along one dimension, divided by their sum.")
