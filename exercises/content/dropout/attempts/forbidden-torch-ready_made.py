"""`torch.nn.functional.dropout` does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def dropout(x, p, training, generator):
    out = F.dropout(torch.ones_like(x), p, training)
    return x * out, out != 0
