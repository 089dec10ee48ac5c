"""You use |x| and never put the sign back: tanh is odd, negative inputs give negative outputs."""

import numpy as np


def tanh(x):
    decay = np.exp(-2 * np.abs(x))
    return (1 - decay) / (1 + decay)
