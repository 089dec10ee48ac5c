"""You form probabilities first: for logits of 1000 they are exactly 0 or 1 and 0 * log 0 is nan; take the likelihood from the logits."""

import torch


def vae_kl(mu, logvar):
    return 0.5 * (mu**2 + logvar.exp() - 1 - logvar).sum(1)


def elbo(x, recon_logits, mu, logvar):
    p = torch.sigmoid(recon_logits)
    likelihood = x * p.log() + (1 - x) * (1 - p).log()
    return (likelihood.sum(1) - vae_kl(mu, logvar)).mean()
