import torch


def cross_entropy(logits, y):
    """Return the mean cross-entropy of the tensor `logits` (N, C) with the class indices `y` (N,), a 0-d tensor."""
    raise NotImplementedError("Write cross_entropy: mean over the examples of log-sum-exp minus the right logit.")
