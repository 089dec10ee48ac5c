"""You add eps to the standard deviation: it is added to the variance, under the root."""

import torch


def batchnorm_backward(dout, x, gamma, eps):
    var, mean = torch.var_mean(x, dim=0, unbiased=False)
    ivar = 1 / (var.sqrt() + eps)
    xhat = (x - mean) * ivar
    N = x.size(0)
    dgamma = torch.sum(dout * xhat, 0)
    dbeta = torch.sum(dout, 0)
    dx = gamma * ivar / N * (N * dout - dbeta - xhat * dgamma)
    return dx, dgamma, dbeta
