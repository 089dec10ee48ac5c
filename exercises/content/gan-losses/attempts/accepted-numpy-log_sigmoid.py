"""One stable log-sigmoid for all terms."""

import numpy as np


def log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def d_loss(real, fake):
    return -log_sigmoid(real).mean() - log_sigmoid(-fake).mean()


def g_loss(fake, kind="nonsaturating"):
    if kind == "saturating":
        return log_sigmoid(-fake).mean()
    return -log_sigmoid(fake).mean()
