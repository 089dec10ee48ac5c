"""Standard noise, scaled and shifted."""

import torch


def reparameterize(mu, logvar, generator):
    return mu + torch.exp(0.5 * logvar) * torch.randn(mu.shape, generator=generator, dtype=mu.dtype)
