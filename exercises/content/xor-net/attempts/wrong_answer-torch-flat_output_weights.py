"""Your output weights have shape (H,): the output layer is a layer like any other, its weight is (H, 1) and its bias (1,)."""

import torch


def xor_params():
    return torch.ones(2, 2), torch.tensor([0.0, -1.0]), torch.tensor([1.0, -2.0]), torch.zeros(1)
