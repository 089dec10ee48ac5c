"""Multiply by the mask of positive elements."""

import numpy as np


def relu(x):
    return x * (x > 0)
