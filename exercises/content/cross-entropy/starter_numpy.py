import numpy as np


def cross_entropy(logits, y):
    """Return the mean cross-entropy of `logits` (N, C) with the class indices `y` (N,), a single number."""
    raise NotImplementedError("Write cross_entropy: mean over the examples of log-sum-exp minus the right logit.")
