"""The sum of squares as a contraction, the root as a power."""

import numpy as np


def rmsnorm(x, gamma, eps=1e-6):
    power = np.einsum("...d,...d->...", x, x) / x.shape[-1] + eps
    return np.einsum("...d,...,d->...d", x, power**-0.5, gamma)
