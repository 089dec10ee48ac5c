"""The bias-variance decomposition of a squared error, estimated from models trained on many training sets."""

from __future__ import annotations

from torch import Tensor


def bias_variance(preds: Tensor, f_true: Tensor, noise_var: float) -> tuple[Tensor, Tensor, Tensor]:
    r"""Return `(bias2, var, total)`: squared bias, variance and expected squared error, averaged over the points.

    Formula: with $\bar f_n = \tfrac1S \sum_s \hat f_{sn}$: $bias^2 = \tfrac1N \sum_n (\bar f_n - f_n)^2$,
    $var = \tfrac{1}{NS} \sum_{n,s} (\hat f_{sn} - \bar f_n)^2$, $total = bias^2 + var + \sigma^2$.

    Shapes: preds (S, N), one row for every training set; f_true (N,); noise_var a number; returns three 0-d tensors.
    Raises: nothing of its own.
    Note: dividing by S makes bias2 + var equal the mean squared distance to f_true exactly; S - 1 would not.
    Source: Geman, Bienenstock, Doursat 1992, Neural Networks and the Bias/Variance Dilemma, section 2.
    """
    bias = (preds - f_true).mean(dim=0)  # (N,)
    bias2 = bias.dot(bias) / bias.numel()
    var = preds.var(dim=0, correction=0).mean()
    return bias2, var, bias2 + var + noise_var
