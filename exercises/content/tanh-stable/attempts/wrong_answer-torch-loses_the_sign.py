"""You use |x| and never put the sign back: tanh is odd, negative inputs give negative outputs."""

import torch


def tanh(x):
    decay = torch.exp(-2 * x.abs())
    return (1 - decay) / (1 + decay)
