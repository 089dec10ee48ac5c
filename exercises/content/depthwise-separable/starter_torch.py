import torch


def depthwise_separable(x, wd, wp, stride=1, padding=0):
    """Return a depthwise convolution followed by a 1 x 1 convolution, shape (N, F, oh, ow).

    x: images, shape (N, C, H, W)
    wd: one filter a channel, shape (C, kh, kw)
    wp: mixing weights, shape (F, C)
    stride, padding: of the depthwise part
    """
    raise NotImplementedError("depthwise_separable: return an array of shape (N, F, oh, ow)")
