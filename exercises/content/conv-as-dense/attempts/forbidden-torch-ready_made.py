"""`torch.nn.functional.conv1d` of unit signals does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def conv1d_matrix(k, n, stride=1):
    return F.conv1d(torch.eye(n, dtype=k.dtype)[:, None], k[None, None], stride=stride)[:, 0].T
