"""The formulas, with the stable likelihood."""

import numpy as np


def vae_kl(mu, logvar):
    return 0.5 * (mu**2 + np.exp(logvar) - 1 - logvar).sum(axis=1)


def elbo(x, recon_logits, mu, logvar):
    z = recon_logits
    likelihood = x * z - np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))
    return (likelihood.sum(axis=1) - vae_kl(mu, logvar)).mean()
