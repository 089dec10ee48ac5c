"""Your log_p[:, y] takes the columns y of every row, an N by N matrix: index rows and columns together, log_p[range(N), y]."""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[:, y].mean()
