"""You return the saturating loss for both kinds: the non-saturating one is minus the mean of log sigma(fake)."""

import numpy as np


def d_loss(real, fake):
    return np.logaddexp(0, -real).mean() + np.logaddexp(0, fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return -np.logaddexp(0, fake).mean()
