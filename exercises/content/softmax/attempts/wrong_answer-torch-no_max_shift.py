"""You exponentiate the raw logits: above about 709 exp overflows to inf and inf/inf is nan, so subtract the maximum of each slice first."""

import torch


def softmax(x, dim=-1):
    weights = torch.exp(x)
    return weights / weights.sum(dim, keepdim=True)
