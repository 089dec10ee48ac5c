import torch


def affine(x, w, b):
    """Return x w + b for a batch, every example flattened first. Optional: a convenience for your own checks."""
    raise NotImplementedError("affine is optional: write it if it helps you to check affine_backward")


def affine_backward(dout, x, w, b):
    """Return the gradients (dx, dw, db) of the loss by the arguments of affine.

    dout: gradient of the loss by the output, shape (N, M)
    x: input, shape (N, d1, ..., dk) with d1 * ... * dk = D
    w: weight, shape (D, M)
    b: bias, shape (M,)
    """
    raise NotImplementedError("affine_backward: return (dx, dw, db), each in the shape of its argument")
