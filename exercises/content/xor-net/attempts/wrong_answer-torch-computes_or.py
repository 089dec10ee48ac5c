"""Your network computes OR: it also fires for (1, 1); subtract a second hidden unit that is active only when both bits are 1."""

import torch


def xor_params():
    return torch.ones(2, 1), torch.tensor([-0.5]), torch.ones(1, 1), torch.zeros(1)
