"""The two terms of the Jacobian as two contractions."""

import torch


def softmax_backward(dout, x):
    e = torch.exp(x - x.max(dim=-1, keepdim=True).values)
    s = torch.einsum("...i,...->...i", e, 1 / e.sum(dim=-1))
    inner = torch.einsum("...i,...i->...", s, dout)
    return s * dout - torch.einsum("...i,...->...i", s, inner)
