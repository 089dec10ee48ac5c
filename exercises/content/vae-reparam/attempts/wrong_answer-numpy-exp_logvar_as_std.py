"""You use exp(logvar) as the standard deviation: it is the variance; the standard deviation is exp(logvar / 2)."""

import numpy as np


def reparameterize(mu, logvar, rng):
    return mu + np.exp(logvar) * rng.standard_normal(mu.shape)
