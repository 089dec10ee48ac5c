"""Your network is on the right side but too close to the threshold: the outputs need a distance of at least 0.1 from it, so scale the output weights up or move the bias."""

import torch


def xor_params():
    w1 = torch.ones(2, 2)
    b1 = torch.tensor([0.0, -1.0])
    w2 = torch.tensor([[0.55], [-1.1]])
    return w1, b1, w2, torch.zeros(1)
