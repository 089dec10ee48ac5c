"""You divide two sums that both overflow: from |x| of about 710 on exp is inf and inf/inf is nan; use only the exponential that decays."""

import torch


def tanh(x):
    return (torch.exp(x) - torch.exp(-x)) / (torch.exp(x) + torch.exp(-x))
