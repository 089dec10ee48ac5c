"""The three paths of the chain rule, one after the other."""

import torch


def batchnorm_backward(dout, x, gamma, eps):
    n = x.shape[0]
    mean = torch.sum(x, dim=0) / n
    centred = x - mean
    var = torch.sum(centred**2, dim=0) / n
    std = torch.sqrt(var + eps)
    dxhat = dout * gamma
    dvar = torch.sum(dxhat * centred, dim=0) * -0.5 / std**3
    dmean = -torch.sum(dxhat, dim=0) / std + dvar * torch.sum(-2 * centred, dim=0) / n
    dx = dxhat / std + dvar * 2 * centred / n + dmean / n
    return dx, torch.sum(dout * centred / std, dim=0), torch.sum(dout, dim=0)
