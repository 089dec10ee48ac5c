"""You form probabilities first: when the discriminator is sure they are exactly 0 or 1 and their logarithm is -inf; use the log-sigmoid of the logit and of its negative."""

import torch


def d_loss(real, fake):
    return -torch.sigmoid(real).log().mean() - (1 - torch.sigmoid(fake)).log().mean()


def g_loss(fake, kind="nonsaturating"):
    p = torch.sigmoid(fake)
    return -p.log().mean() if kind == "nonsaturating" else (1 - p).log().mean()
