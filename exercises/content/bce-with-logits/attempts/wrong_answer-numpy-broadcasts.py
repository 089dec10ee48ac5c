"""You let unequal shapes broadcast: a column of logits and a vector of labels make a matrix; raise when the shapes differ."""

import numpy as np


def bce_with_logits(logits, y):
    return (np.maximum(logits, 0) - y * logits + np.log1p(np.exp(-np.abs(logits)))).mean()
