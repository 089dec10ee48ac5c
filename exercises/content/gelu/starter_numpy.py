import math

import numpy as np


def gelu(x, approximate="none"):
    """Return the Gaussian error linear unit of every element, exact ("none") or by tanh ("tanh")."""
    raise NotImplementedError("Write gelu: x times the standard normal distribution function at x.")
