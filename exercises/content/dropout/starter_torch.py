import torch


def dropout(x, p, training, generator):
    """Return (out, mask): x after inverted dropout, and the boolean mask of what was kept.

    x: any shape
    p: probability to drop a value, 0 <= p < 1
    training: True drops, False returns x as it is with a mask that is all True
    generator: the torch.Generator to draw from; use no other randomness
    """
    raise NotImplementedError("dropout: return (out, mask), both in the shape of x")
