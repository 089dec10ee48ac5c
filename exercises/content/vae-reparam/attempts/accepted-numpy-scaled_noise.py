"""Standard noise, scaled and shifted."""

import numpy as np


def reparameterize(mu, logvar, rng):
    return mu + np.exp(0.5 * logvar) * rng.standard_normal(mu.shape)
