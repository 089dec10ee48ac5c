"""You return zeros: that is the gradient for a `dout` of ones only, because the probabilities add up to 1; test with a random `dout`."""

import torch


def softmax(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return 0 * s * dout
