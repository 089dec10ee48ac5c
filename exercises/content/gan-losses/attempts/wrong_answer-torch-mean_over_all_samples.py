"""You average over all samples together: the discriminator's loss is the sum of the mean over the real and the mean over the fake ones."""

import torch
from torch.nn.functional import softplus


def d_loss(real, fake):
    return (softplus(-real).sum() + softplus(fake).sum()) / (real.numel() + fake.numel())


def g_loss(fake, kind="nonsaturating"):
    return softplus(-fake).mean() if kind == "nonsaturating" else -softplus(fake).mean()
