"""You draw one number for each row: every latent number has noise of its own, so draw as many as mu has entries."""

import torch


def reparameterize(mu, logvar, generator):
    return mu + torch.exp(0.5 * logvar) * torch.randn((mu.shape[0],) + (1,) * (mu.ndim - 1), generator=generator, dtype=mu.dtype)
