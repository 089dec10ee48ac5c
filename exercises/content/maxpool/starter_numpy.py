import numpy as np


def maxpool(x, k, stride, padding=0):
    """Return the largest value of every window, shape (N, C, oh, ow).

    x: images, shape (N, C, H, W); k: window, one size or (kh, kw); stride, padding: integers
    """
    raise NotImplementedError("maxpool: return an array of shape (N, C, oh, ow)")


def maxpool_backward(dout, x, k, stride, padding=0):
    """Return dx, the gradient of the loss by x, given dout of shape (N, C, oh, ow)."""
    raise NotImplementedError("maxpool_backward: return dx in the shape of x")
