"""You reward the discriminator for calling generated samples real: a positive logit means real."""

import numpy as np


def d_loss(real, fake):
    return np.logaddexp(0, real).mean() + np.logaddexp(0, -fake).mean()


def g_loss(fake, kind="nonsaturating"):
    return np.logaddexp(0, -fake).mean() if kind == "nonsaturating" else -np.logaddexp(0, fake).mean()
