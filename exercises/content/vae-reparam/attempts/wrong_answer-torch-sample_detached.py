"""You cut the sample from the graph: without a gradient the encoder learns nothing from the reconstruction; detach the noise, not the sample."""

import torch


def reparameterize(mu, logvar, generator):
    z = mu + torch.exp(0.5 * logvar) * torch.randn(mu.shape, generator=generator, dtype=mu.dtype)
    return z.detach()
