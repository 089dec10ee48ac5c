import numpy as np


def vae_kl(mu, logvar):
    """Return the divergence of N(mu, exp(logvar)) from N(0, 1) for each sample, shape (N,)."""
    raise NotImplementedError("Write vae_kl: a sum over the latent dimensions.")


def elbo(x, recon_logits, mu, logvar):
    """Return the evidence lower bound of the batch, a number to be maximised."""
    raise NotImplementedError("Write elbo: log-likelihood of x minus the divergence, averaged over the batch.")
