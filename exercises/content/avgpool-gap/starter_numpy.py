import numpy as np


def avgpool(x, k, stride, padding=0, count_include_pad=True):
    """Return the mean of every window, shape (N, C, oh, ow).

    x: images, shape (N, C, H, W); k: window, one size or (kh, kw); stride, padding: integers
    count_include_pad: whether padded zeros count as values of a window
    """
    raise NotImplementedError("avgpool: return an array of shape (N, C, oh, ow)")


def global_avg_pool(x):
    """Return the mean of every channel over all positions, shape (N, C)."""
    raise NotImplementedError("global_avg_pool: return an array of shape (N, C)")
