"""You average over all samples together: the discriminator's loss is the sum of the mean over the real and the mean over the fake ones."""

import numpy as np


def d_loss(real, fake):
    return (np.logaddexp(0, -real).sum() + np.logaddexp(0, fake).sum()) / (real.size + fake.size)


def g_loss(fake, kind="nonsaturating"):
    return np.logaddexp(0, -fake).mean() if kind == "nonsaturating" else -np.logaddexp(0, fake).mean()
