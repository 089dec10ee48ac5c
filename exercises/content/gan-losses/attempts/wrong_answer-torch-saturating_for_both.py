"""You return the saturating loss for both kinds: the non-saturating one is minus the mean of log sigma(fake)."""

import torch
from torch.nn.functional import softplus


def d_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return -softplus(fake).mean()
