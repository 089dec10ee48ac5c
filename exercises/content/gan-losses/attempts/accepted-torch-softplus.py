"""Everything as softplus."""

import torch


def softplus(z):
    return torch.relu(z) + torch.log1p(torch.exp(-z.abs()))


def d_loss(real, fake):
    return softplus(-real).sum() / real.numel() + softplus(fake).sum() / fake.numel()


def g_loss(fake, kind="nonsaturating"):
    return softplus(-fake).mean() if kind == "nonsaturating" else -softplus(fake).mean()
