"""Each of the two probabilities gets a floor and a ceiling of its own."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    assert p.shape == y.shape
    hit = torch.log(p.clamp(eps, 1 - eps))
    miss = torch.log((1 - p).clamp(eps, 1 - eps))
    return -torch.lerp(miss, hit, y).mean()
