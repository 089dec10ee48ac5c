"""You use exp(logvar) as the standard deviation: it is the variance; the standard deviation is exp(logvar / 2)."""

import torch


def reparameterize(mu, logvar, generator):
    return mu + torch.exp(logvar) * torch.randn(mu.shape, generator=generator, dtype=mu.dtype)
