"""You add a small number inside the logarithm: the loss of a sure discriminator then stops at 18 instead of growing with the logit, and its gradient vanishes; work from the logits."""

import torch


def logp(x):
    return torch.log(torch.sigmoid(x) + 1e-8)


def d_loss(real, fake):
    return -(logp(real).mean() + logp(-fake).mean())


def g_loss(fake, kind="nonsaturating"):
    if kind == "nonsaturating":
        return -logp(fake).mean()
    return logp(-fake).mean()
