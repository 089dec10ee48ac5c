"""You divide the variance by S - 1: then bias2 + var is no longer the mean squared error; divide by S (`torch.var` needs correction=0)."""


def bias_variance(preds, f_true, noise_var):
    bias2 = ((preds.mean(axis=0) - f_true) ** 2).mean()
    var = preds.var(axis=0, ddof=1).mean() if len(preds) > 1 else 0.0
    return bias2, var, bias2 + var + noise_var
