"""You return the absolute value: ReLU drops negative elements, it does not mirror them."""

import numpy as np


def relu(x):
    return np.abs(x)
