"""You add a small constant inside the logarithm: it caps the loss near 18 and takes the gradient away where the network is most wrong; log-sum-exp needs no constant."""

import numpy as np


def cross_entropy(logits, y):
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = weights / weights.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(y)), y] + 1e-8).mean()
