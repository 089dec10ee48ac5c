"""You use exp(x)/(1+exp(x)) everywhere: for large x it becomes inf/inf, which is nan; use it only for negative x."""

import numpy as np


def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))
