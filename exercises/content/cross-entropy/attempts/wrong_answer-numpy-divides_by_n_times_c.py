"""You average over all N*C entries: the mean is over the N examples, the classes are summed."""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    right = np.eye(logits.shape[1])[y]
    return -np.where(right == 1, log_p, 0).mean()
