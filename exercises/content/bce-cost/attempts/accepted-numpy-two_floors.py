"""Each of the two probabilities gets a floor and a ceiling of its own."""

import numpy as np


def binary_cross_entropy(p, y, eps=1e-12):
    assert p.shape == y.shape
    hit = np.minimum(np.maximum(p, eps), 1 - eps)
    miss = np.minimum(np.maximum(1 - p, eps), 1 - eps)
    return (-y * np.log(hit) - (1 - y) * np.log(miss)).sum() / p.size
