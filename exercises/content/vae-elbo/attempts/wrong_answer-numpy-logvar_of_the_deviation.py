"""You read `logvar` as the logarithm of the standard deviation and square its exponential: exp(logvar) is the variance already."""

import numpy as np


def vae_kl(mu, logvar):
    return -0.5 * np.sum(1 + logvar - mu**2 - np.exp(2 * logvar), axis=1)


def elbo(x, recon_logits, mu, logvar):
    # log p(x|z) = x * logits - log(1 + e^logits)
    rec = (x * recon_logits - np.logaddexp(0, recon_logits)).sum(axis=1)
    return np.mean(rec - vae_kl(mu, logvar))
