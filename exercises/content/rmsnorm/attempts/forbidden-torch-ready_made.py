"""`torch.nn.functional.rms_norm` does the work that the exercise asks for."""

import torch.nn.functional as F


def rmsnorm(x, gamma, eps=1e-6):
    return F.rms_norm(x, gamma.shape, gamma, eps)
