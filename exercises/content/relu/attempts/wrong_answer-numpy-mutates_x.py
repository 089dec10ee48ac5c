"""You write the zeros into the caller's array: the result is right, but x is destroyed and the backward pass needs it; work on a copy."""

import numpy as np


def relu(x):
    x[x < 0] = 0
    return x
