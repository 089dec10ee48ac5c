import numpy as np


def kfold(n, k, rng):
    """Return k pairs (train, validation) of arrays of row numbers."""
    raise NotImplementedError("Write kfold: one permutation, cut into k pieces.")
