"""You clip probabilities to 1e-7: the loss stops at 16.1 and the gradient is 0 where the model is most wrong; from logits no clipping is needed."""

import numpy as np


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.clip((1 + np.tanh(logits / 2)) / 2, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
