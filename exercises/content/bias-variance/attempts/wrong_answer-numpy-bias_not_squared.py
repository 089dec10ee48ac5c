"""You do not square the bias: distances above and below the truth cancel, and the parts no longer add up."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(axis=0)
    bias2 = (mean - f_true).mean()
    var = ((preds - mean) ** 2).mean()
    return bias2, var, bias2 + var + noise_var
