"""You use -log(1 + exp(-x)) everywhere: for very negative x the exponential overflows and the result is -inf instead of x."""

import numpy as np


def log_sigmoid(x):
    return -np.log(1 + np.exp(-x))
