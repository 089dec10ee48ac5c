"""Your network computes AND: it fires only for (1, 1), where XOR is silent; combine an OR unit with an AND unit."""

import torch


def xor_params():
    return torch.ones(2, 1), torch.tensor([-1.0]), torch.ones(1, 1), torch.zeros(1)
