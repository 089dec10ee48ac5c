import torch


def bias_variance(preds, f_true, noise_var):
    """Return (bias2, var, total), each averaged over the test points.

    preds: predictions, shape (S, N), row s from the model trained on training set s
    f_true: true values without noise, shape (N,)
    noise_var: variance of the noise of the observations
    """
    raise NotImplementedError("bias_variance: return (bias2, var, total)")
