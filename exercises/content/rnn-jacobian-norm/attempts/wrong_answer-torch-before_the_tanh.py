"""You measure the gradient before the tanh, by the argument of it: the norm asked for is that by the state itself, before it is multiplied by 1 - h^2."""

import torch


def rnn_grad_norms(wh, hs, dlast):
    T = hs.shape[0]
    norms = torch.zeros(T, dtype=hs.dtype, device=hs.device)
    J = dlast.clone()
    for t in range(T - 1, -1, -1):
        J = torch.diag(1 - hs[t] ** 2) @ J
        norms[t] = J.norm()
        J = wh @ J
    return norms
