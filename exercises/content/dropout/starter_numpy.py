import numpy as np


def dropout(x, p, training, rng):
    """Return (out, mask): x after inverted dropout, and the boolean mask of what was kept.

    x: any shape
    p: probability to drop a value, 0 <= p < 1
    training: True drops, False returns x as it is with a mask that is all True
    rng: the np.random.Generator to draw from; use no other randomness
    """
    raise NotImplementedError("dropout: return (out, mask), both in the shape of x")


def dropout_backward(dout, mask, p):
    """Return dx, the gradient of the loss by x, for the mask that the forward pass drew in training."""
    raise NotImplementedError("dropout_backward: return dx in the shape of dout")
