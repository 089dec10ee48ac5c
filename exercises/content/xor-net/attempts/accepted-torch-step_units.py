"""Step units: OR fires, AND takes it back."""

import torch


def xor_params():
    w1 = torch.tensor([[1.0, 1.0], [1.0, 1.0]], dtype=torch.float64)
    b1 = torch.tensor([-0.5, -1.5], dtype=torch.float64)
    w2 = torch.tensor([[1.0], [-1.0]], dtype=torch.float64)
    b2 = torch.tensor([-0.5], dtype=torch.float64)
    return w1, b1, w2, b2
