import torch


def dropout2d(x, p, training, generator):
    """Return x (N, C, H, W) with whole channels dropped in training: one decision for each channel of each sample.

    p: probability to drop, 0 <= p < 1
    training: True drops, False returns x as it is
    generator: the torch.Generator to draw from; use no other randomness
    """
    raise NotImplementedError("dropout2d: return the output, in the shape of x")


def drop_path(x, p, training, generator):
    """Return x (N, ...) with whole samples dropped in training: one decision for each sample."""
    raise NotImplementedError("drop_path: return the output, in the shape of x")
