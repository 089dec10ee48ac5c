"""Moves the channels to the end and normalises rows of pixels."""

import torch


def batchnorm2d(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n, c, h, w = x.shape
    rows = x.permute(0, 2, 3, 1).reshape(-1, c)
    mean, var = running_mean.clone(), running_var.clone()
    if training:
        if len(rows) == 1:
            raise ValueError("one value has no variance")
        mean, var = rows.mean(dim=0), rows.var(dim=0, correction=0)
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(momentum * mean)
            running_var.mul_(1 - momentum).add_(momentum * rows.var(dim=0))
    rows = (rows - mean) / torch.sqrt(var + eps) * gamma + beta
    return rows.reshape(n, h, w, c).permute(0, 3, 1, 2), running_mean, running_var
