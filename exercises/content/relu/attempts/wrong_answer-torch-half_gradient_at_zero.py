"""Your values are right, but (x + |x|)/2 has derivative one half at exactly 0, where we take 0 as torch.relu does."""

import torch


def relu(x):
    return (x + x.abs()) / 2
