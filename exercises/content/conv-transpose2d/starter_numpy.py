import numpy as np


def conv_transpose2d(x, w, b, stride, padding, output_padding=0):
    """Return the output of a transposed 2-D convolution layer.

    x: images, shape (N, C_in, H, W)
    w: filters, shape (C_in, C_out, kh, kw)
    b: one bias for each output channel, shape (C_out,)
    """
    raise NotImplementedError("conv_transpose2d: return (N, C_out, (H-1)*stride - 2*padding + kh + output_padding, ...)")
