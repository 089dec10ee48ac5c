"""ReLU: the absolute value of the difference of the bits."""

import torch


def xor_params():
    w1 = torch.tensor([[1.0, -1.0], [-1.0, 1.0]])
    return w1, torch.zeros(2), torch.ones(2, 1), torch.tensor([-0.5])
