import torch


def conv2d(x, w, b, stride=1, padding=0):
    """Return the output of a 2-D convolution layer, shape (N, F, oh, ow).

    x: images, shape (N, C, H, W)
    w: filters, shape (F, C, kh, kw)
    b: one bias a filter, shape (F,)
    stride: step of the window in both directions
    padding: zeros added on all four sides
    """
    raise NotImplementedError("conv2d: return an array of shape (N, F, oh, ow)")
