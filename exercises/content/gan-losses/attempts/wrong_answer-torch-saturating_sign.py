"""Your saturating loss has the wrong sign: the generator minimises +mean log(1 - sigma(fake))."""

import torch
from torch.nn.functional import softplus


def d_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return softplus(-fake).mean() if kind == "nonsaturating" else softplus(fake).mean()
