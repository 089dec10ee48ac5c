"""You form probabilities first: when the discriminator is sure they are exactly 0 or 1 and their logarithm is -inf; use the log-sigmoid of the logit and of its negative."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def d_loss(real, fake):
    return -np.log(sigmoid(real)).mean() - np.log(1 - sigmoid(fake)).mean()


def g_loss(fake, kind="nonsaturating"):
    return -np.log(sigmoid(fake)).mean() if kind == "nonsaturating" else np.log(1 - sigmoid(fake)).mean()
