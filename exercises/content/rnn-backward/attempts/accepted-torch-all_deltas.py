"""First all deltas, then every gradient as one contraction over batch and time."""

import torch


def rnn_backward(dh, x, h0, wx, wh, b):
    states = [h0]
    for step in x.unbind(dim=1):
        states.append(torch.tanh(step @ wx + states[-1] @ wh + b))
    deltas, carried = [], torch.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        deltas.insert(0, (dh[:, t] + carried) * (1 - states[t + 1].square()))
        carried = deltas[0] @ wh.T
    delta, before = torch.stack(deltas, dim=1), torch.stack(states[:-1], dim=1)
    dwx = torch.einsum("ntd,nth->dh", x, delta)
    dwh = torch.einsum("ntg,nth->gh", before, delta)
    return torch.einsum("nth,dh->ntd", delta, wx), carried, dwx, dwh, delta.sum(dim=(0, 1))
