"""Noise filled into a fresh tensor; the root of the variance."""

import torch


def reparameterize(mu, logvar, generator):
    noise = torch.empty_like(mu, requires_grad=False).normal_(generator=generator)
    return torch.addcmul(mu, torch.sqrt(torch.exp(logvar)), noise)
