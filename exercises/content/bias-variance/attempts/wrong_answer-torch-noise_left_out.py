"""You leave the noise out of the total: no model can predict it, so it is added to every expected error."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(dim=0)
    bias2 = ((mean - f_true) ** 2).mean()
    var = ((preds - mean) ** 2).mean()
    return bias2, var, bias2 + var
