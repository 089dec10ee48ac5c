"""Log-likelihood by log-add-exp or by the library's loss from logits."""

import numpy as np


def vae_kl(mu, logvar):
    sigma = np.exp(0.5 * logvar)
    return (0.5 * (mu * mu + sigma * sigma) - np.log(sigma) - 0.5).sum(axis=-1)


def elbo(x, recon_logits, mu, logvar):
    misfit = x * np.logaddexp(0, -recon_logits) + (1 - x) * np.logaddexp(0, recon_logits)
    return -(misfit.sum() + vae_kl(mu, logvar).sum()) / len(x)
