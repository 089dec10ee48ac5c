"""A cosine is a sine a quarter turn ahead; the wavelengths from an exponential."""

import numpy as np


def sinusoidal(T, d):
    column = np.arange(d)
    speed = np.exp(-np.log(10000.0) * (column - column % 2) / d)
    return np.sin(np.outer(np.arange(T), speed) + np.pi / 2 * (column % 2))
