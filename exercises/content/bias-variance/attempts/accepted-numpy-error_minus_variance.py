"""The library's variance, and the total from the mean squared error."""

import numpy as np


def bias_variance(preds, f_true, noise_var):
    var = np.var(preds, axis=0, ddof=0).mean()
    bias2 = np.square(np.mean(preds - f_true[None, :], axis=0)).mean()
    return bias2, var, np.mean((preds - f_true) ** 2) + noise_var
