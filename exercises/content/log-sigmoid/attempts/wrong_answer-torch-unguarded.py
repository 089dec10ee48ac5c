"""You use -log(1 + exp(-x)) everywhere: for very negative x the exponential overflows and the result is -inf instead of x."""

import torch


def log_sigmoid(x):
    return -torch.log(1 + torch.exp(-x))
