"""You use logvar as if it were the variance: the variance is exp(logvar), and the logarithm of the variance is logvar itself."""

import numpy as np


def vae_kl(mu, logvar):
    return 0.5 * (mu**2 + logvar - 1 - np.log(np.abs(logvar) + 1e-12)).sum(axis=1)


def elbo(x, recon_logits, mu, logvar):
    z = recon_logits
    likelihood = x * z - np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    return (likelihood.sum(axis=1) - vae_kl(mu, logvar)).mean()
