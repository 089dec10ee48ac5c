"""Builds the Jacobian of every row and multiplies."""

import torch


def softmax_backward(dout, x):
    s = torch.softmax(x, dim=-1)
    jacobian = torch.diag_embed(s) - torch.einsum("...i,...j->...ij", s, s)
    return torch.einsum("...ij,...i->...j", jacobian, dout)
