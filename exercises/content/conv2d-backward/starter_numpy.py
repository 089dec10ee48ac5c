import numpy as np


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    """Return (dx, dw, db), the gradients of the loss by the arguments of a 2-D convolution layer.

    dout: gradient of the loss by the output, shape (N, F, oh, ow)
    x: images, shape (N, C, H, W)
    w: filters, shape (F, C, kh, kw)
    b: one bias a filter, shape (F,)
    """
    raise NotImplementedError("conv2d_backward: return (dx, dw, db)")
