"""You divide two sums that both overflow: from |x| of about 710 on exp is inf and inf/inf is nan; use only the exponential that decays."""

import numpy as np


def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
