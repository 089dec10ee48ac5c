"""The formulas, with the stable likelihood."""

import torch


def vae_kl(mu, logvar):
    return 0.5 * (mu**2 + logvar.exp() - 1 - logvar).sum(1)


def elbo(x, recon_logits, mu, logvar):
    z = recon_logits
    likelihood = x * z - torch.relu(z) - torch.log1p(torch.exp(-z.abs()))
    return (likelihood.sum(1) - vae_kl(mu, logvar)).mean()
