"""Your values are right, but backwards exp(-x) overflows for very negative x and 0 times inf is nan: use the form with exp(x) there and clamp what each exponential sees."""

import torch


def sigmoid(x):
    return 1 / (1 + torch.exp(-x))
