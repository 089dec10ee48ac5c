"""You add a small number inside the logarithm: the loss of a sure discriminator then stops at 18 instead of growing with the logit, and its gradient vanishes; work from the logits."""

import numpy as np


def softplus(x):
    p = 1 / (1 + np.exp(np.clip(x, -700, 700)))
    return -np.log(p + 1e-8)


def d_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def g_loss(fake, kind="nonsaturating"):
    if kind == "saturating":
        return -softplus(fake).mean()
    return softplus(-fake).mean()
