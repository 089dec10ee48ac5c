"""You forget `gamma` in `dx`: the gradient passes the scale before it reaches the normalisation."""

import torch


def batchnorm_backward(dout, x, gamma, eps):
    c = x - x.mean(dim=0)
    s = 1 / torch.sqrt((c * c).mean(dim=0) + eps)
    xhat = c * s
    g = dout * gamma
    dx = s * (dout - dout.mean(dim=0) - xhat * (dout * xhat).mean(dim=0))
    return dx, (dout * xhat).sum(dim=0), dout.sum(dim=0)
