"""Everything as softplus."""

import numpy as np


def softplus(z):
    return np.logaddexp(0, z)


def d_loss(real, fake):
    return softplus(-real).mean() + softplus(fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return {"nonsaturating": softplus(-fake), "saturating": -softplus(fake)}[kind].mean()
