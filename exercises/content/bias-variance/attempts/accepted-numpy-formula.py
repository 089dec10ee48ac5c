"""The three definitions as they stand."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(axis=0)
    bias2 = ((mean - f_true) ** 2).mean()
    var = ((preds - mean) ** 2).mean()
    return bias2, var, bias2 + var + noise_var
