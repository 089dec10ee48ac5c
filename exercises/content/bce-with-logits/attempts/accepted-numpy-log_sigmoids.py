"""Both terms as log-sigmoids of their own."""

import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, -z)


def bce_with_logits(logits, y):
    assert logits.shape == y.shape
    return -np.mean(y * log_sigmoid(logits) + (1 - y) * log_sigmoid(-logits))
