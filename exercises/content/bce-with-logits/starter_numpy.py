import numpy as np


def bce_with_logits(logits, y):
    """Return the mean binary cross-entropy of `logits` with labels `y` in [0, 1]."""
    raise NotImplementedError("Write bce_with_logits: simplify the two logarithms before you compute them.")
