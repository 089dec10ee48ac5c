"""ReLU: the sum, minus twice what is above one."""

import torch


def xor_params():
    w1 = torch.ones(2, 2)
    b1 = torch.tensor([0.0, -1.0])
    w2 = torch.tensor([[1.0], [-2.0]])
    return w1, b1, w2, torch.zeros(1)
