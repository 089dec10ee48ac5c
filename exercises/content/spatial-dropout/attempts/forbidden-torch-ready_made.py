"""`torch.nn.functional.dropout2d` does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def dropout2d(x, p, training, generator):
    return F.dropout2d(x, p, training)


def drop_path(x, p, training, generator):
    return x * F.dropout2d(torch.ones(len(x), 1), p, training)[:, :, None, None]
