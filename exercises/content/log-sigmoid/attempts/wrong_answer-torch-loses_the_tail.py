"""You form 1 + exp(-|x|) before the logarithm: for large x that rounds to 1 and the result to 0; use log1p."""

import torch


def log_sigmoid(x):
    return x.clamp(max=0) - torch.log(1 + torch.exp(-x.abs()))
