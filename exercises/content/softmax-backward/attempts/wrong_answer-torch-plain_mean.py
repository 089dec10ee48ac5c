"""You take the plain mean of `dout` away: it must be weighted by the probabilities, sum(s * dout)."""

import torch


def softmax(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s * (dout - dout.mean(dim=-1, keepdim=True))
