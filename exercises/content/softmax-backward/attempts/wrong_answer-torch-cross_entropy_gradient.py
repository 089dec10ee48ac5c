"""You return s - dout: that is softmax *with* cross-entropy for one-hot targets; here softmax stands alone."""

import torch


def softmax(x):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s - dout
