"""You read `logvar` as the logarithm of the standard deviation and square its exponential: exp(logvar) is the variance already."""

import torch
import torch.nn.functional as F


def vae_kl(mu, logvar):
    return -0.5 * torch.sum(1 + logvar - mu.pow(2) - (2 * logvar).exp(), dim=1)


def elbo(x, recon_logits, mu, logvar):
    bce = F.binary_cross_entropy_with_logits(recon_logits, x, reduction="sum") / x.shape[0]
    return -(bce + vae_kl(mu, logvar).mean())
