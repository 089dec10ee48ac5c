"""You use logvar as if it were the variance: the variance is exp(logvar), and the logarithm of the variance is logvar itself."""

import torch


def vae_kl(mu, logvar):
    return 0.5 * (mu**2 + logvar - 1 - (logvar.abs() + 1e-12).log()).sum(1)


def elbo(x, recon_logits, mu, logvar):
    z = recon_logits
    likelihood = x * z - torch.relu(z) - torch.log1p(torch.exp(-z.abs()))
    return (likelihood.sum(1) - vae_kl(mu, logvar)).mean()
