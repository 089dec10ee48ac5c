"""Your bias is the mean squared error of the single models: it must compare their *average* prediction with the truth."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(axis=0)
    bias2 = ((preds - f_true) ** 2).mean()
    var = ((preds - mean) ** 2).mean()
    return bias2, var, bias2 + var + noise_var
