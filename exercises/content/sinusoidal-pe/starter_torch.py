import torch


def sinusoidal(T, d):
    """Return sinusoidal position encodings, shape (T, d), for the positions 0 to T - 1."""
    raise NotImplementedError("sinusoidal: return an array of shape (T, d)")
