"""Measures of how good predictions are, and where their error comes from."""

import numpy as np

from nnref.numpy.arrays import Array


def bias_variance(preds: Array, f_true: Array, noise_var: float) -> tuple[Array, Array, Array]:
    r"""Return `(bias2, variance, total)`: the parts of the expected squared error and their sum.

    Formula: with $\bar f_n = \frac{1}{S} \sum_s f_{sn}$: $\mathrm{bias}^2 = \frac{1}{N} \sum_n (\bar f_n - f_n)^2$,
    $\mathrm{var} = \frac{1}{SN} \sum_{sn} (f_{sn} - \bar f_n)^2$; $\mathrm{total}$ adds the noise $\sigma^2$ to both.

    Shapes: preds (S, N), one row for each training set; f_true (N,); returns three scalars.
    Note: the variance divides by S, not S - 1; only so the parts add up exactly to the mean squared error.
    Source: Geman, Bienenstock, Doursat 1992, Neural networks and the bias/variance dilemma, section 2.
    """
    mean = preds.mean(axis=0)  # (N,)
    bias2 = np.square(mean - f_true).mean()
    variance = np.square(preds - mean).mean()
    return bias2, variance, bias2 + variance + noise_var
