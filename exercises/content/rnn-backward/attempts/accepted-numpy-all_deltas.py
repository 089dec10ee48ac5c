"""First all deltas, then every gradient as one contraction over batch and time."""

import numpy as np


def rnn_backward(dh, x, h0, wx, wh, b):
    n, steps, _ = x.shape
    states = np.zeros((n, steps + 1, wh.shape[0]), dtype=x.dtype)
    states[:, 0] = h0
    for t in range(steps):
        states[:, t + 1] = np.tanh(x[:, t] @ wx + states[:, t] @ wh + b)
    delta = np.zeros_like(states)
    carried = np.zeros_like(h0)
    for t in range(steps, 0, -1):
        delta[:, t] = (dh[:, t - 1] + carried) * (1 - states[:, t] * states[:, t])
        carried = delta[:, t] @ wh.T
    delta = delta[:, 1:]
    dwx = np.einsum("ntd,nth->dh", x, delta)
    dwh = np.einsum("ntg,nth->gh", states[:, :-1], delta)
    return np.einsum("nth,dh->ntd", delta, wx), carried, dwx, dwh, delta.sum(axis=(0, 1))
