"""Follows one gradient from the last state to the first."""

import torch


def rnn_grad_norms(wh, hs, dlast):
    norms = torch.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = grad.norm()
        grad = wh @ ((1 - hs[t] ** 2) * grad)
    return norms
