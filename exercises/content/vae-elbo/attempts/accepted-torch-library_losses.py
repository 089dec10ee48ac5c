"""Log-likelihood by log-add-exp or by the library's loss from logits."""

import torch


def vae_kl(mu, logvar):
    return -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp(), dim=1)


def elbo(x, recon_logits, mu, logvar):
    misfit = torch.nn.functional.binary_cross_entropy_with_logits(recon_logits, x, reduction="sum")
    return -(misfit + vae_kl(mu, logvar).sum()) / len(x)
