import numpy as np


def label_smoothing_ce(logits, y, eps=0.1):
    """Return the mean cross-entropy of `logits` (N, K) with the smoothed labels of `y` (N,)."""
    raise NotImplementedError("Write label_smoothing_ce: log-softmax, weighted by the smoothed targets.")
