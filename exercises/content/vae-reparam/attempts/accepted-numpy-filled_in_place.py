"""Noise filled into a fresh array; the root of the variance."""

import numpy as np


def reparameterize(mu, logvar, rng):
    z = np.empty(mu.shape)
    rng.standard_normal(out=z)
    z *= np.sqrt(np.exp(logvar))
    z += mu
    return z
