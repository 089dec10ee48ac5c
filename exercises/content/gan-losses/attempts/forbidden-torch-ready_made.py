"""Calls the library's own loss."""

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as bce


def d_loss(real, fake):
    return bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake))


def g_loss(fake, kind="nonsaturating"):
    target = torch.ones_like(fake) if kind == "nonsaturating" else torch.zeros_like(fake)
    return bce(fake, target) * (1 if kind == "nonsaturating" else -1)
