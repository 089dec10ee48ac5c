"""You draw one number for each row: every latent number has noise of its own, so draw as many as mu has entries."""

import numpy as np


def reparameterize(mu, logvar, rng):
    return mu + np.exp(0.5 * logvar) * rng.standard_normal((mu.shape[0],) + (1,) * (mu.ndim - 1))
