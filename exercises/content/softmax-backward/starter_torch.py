import torch


def softmax_backward(dout, x):
    """Return dx for out = softmax(x) over the last axis.

    dout: gradient of the loss by the probabilities, shape (..., C)
    x: logits, shape (..., C)
    """
    raise NotImplementedError("softmax_backward: return dx in the shape of x")
