"""Multiplies the Jacobians first, then applies each product to the last gradient."""

import torch


def rnn_grad_norms(wh, hs, dlast):
    steps, size = hs.shape
    products = [torch.eye(size, dtype=hs.dtype)]
    for t in range(steps - 1, 0, -1):
        products.append(wh @ torch.diag(1 - hs[t] ** 2) @ products[-1])
    grads = torch.stack(products[::-1]) @ dlast
    return grads.pow(2).sum(dim=1).sqrt()
