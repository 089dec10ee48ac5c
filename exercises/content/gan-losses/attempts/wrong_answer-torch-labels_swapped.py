"""You reward the discriminator for calling generated samples real: a positive logit means real."""

import torch
from torch.nn.functional import softplus


def d_loss(real, fake):
    return softplus(real).mean() + softplus(-fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return softplus(-fake).mean() if kind == "nonsaturating" else -softplus(fake).mean()
