"""You divide the variance by S - 1: then bias2 + var is no longer the mean squared error; divide by S (`torch.var` needs correction=0)."""


def bias_variance(preds, f_true, noise_var):
    bias2 = ((preds.mean(dim=0) - f_true) ** 2).mean()
    var = preds.var(dim=0).mean() if len(preds) > 1 else 0 * preds.sum()
    return bias2, var, bias2 + var + noise_var
