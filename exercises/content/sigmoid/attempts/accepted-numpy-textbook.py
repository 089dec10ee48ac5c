"""The formula as it stands: right in value, with an overflow warning."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))
