"""You sum over the rows: the mean of `dout` is taken over the classes, the last axis, for each row by itself."""

import torch


def softmax(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s * (dout - (s * dout).sum(dim=0, keepdim=True))
