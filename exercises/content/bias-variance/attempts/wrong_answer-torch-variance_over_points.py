"""You take the variance over the test points: it is the scatter over training sets (the rows), for one point at a time."""


def bias_variance(preds, f_true, noise_var):
    mean = preds.mean(dim=0)
    bias2 = ((mean - f_true) ** 2).mean()
    var = ((preds - preds.mean(dim=1, keepdim=True)) ** 2).mean()
    return bias2, var, bias2 + var + noise_var
