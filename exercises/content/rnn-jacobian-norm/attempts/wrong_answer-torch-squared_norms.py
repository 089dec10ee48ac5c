"""You return squared norms: take the square root of the sum of squares."""

import torch


def rnn_grad_norms(wh, hs, dlast):
    norms = torch.zeros(len(hs), dtype=hs.dtype)
    grad = dlast
    for t in reversed(range(len(hs))):
        norms[t] = (grad**2).sum()
        grad = wh @ ((1 - hs[t] ** 2) * grad)
    return norms
