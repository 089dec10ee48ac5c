"""One test point at a time, with sums."""


def bias_variance(preds, f_true, noise_var):
    s, n = preds.shape
    bias2 = var = 0.0
    for i in range(n):
        column = [float(value) for value in preds[:, i]]
        mean = sum(column) / s
        bias2 += (mean - float(f_true[i])) ** 2 / n
        var += sum((value - mean) ** 2 for value in column) / s / n
    return bias2, var, bias2 + var + noise_var
