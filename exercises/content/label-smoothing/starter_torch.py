import torch


def label_smoothing_ce(logits, y, eps=0.1):
    """Return the mean cross-entropy of the tensor `logits` (N, K) with the smoothed labels of `y` (N,)."""
    raise NotImplementedError("Write label_smoothing_ce: log-softmax, weighted by the smoothed targets.")
