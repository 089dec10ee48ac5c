"""The library's variance, and the total from the mean squared error."""

import torch


def bias_variance(preds, f_true, noise_var):
    var = torch.var(preds, dim=0, correction=0).mean()
    bias2 = torch.square(torch.mean(preds - f_true[None, :], dim=0)).mean()
    return bias2, var, torch.mean((preds - f_true) ** 2) + noise_var
