"""You average over the test points before you square: biases of opposite sign cancel; square for each point, then average."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(axis=0)
    bias2 = (mean - f_true).mean() ** 2
    var = ((preds - mean) ** 2).mean()
    return bias2, var, bias2 + var + noise_var
