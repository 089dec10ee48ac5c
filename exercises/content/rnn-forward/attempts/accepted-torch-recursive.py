"""The first step, then the same function on the rest of the sequence."""

import torch


def rnn_forward(x, h0, wx, wh, b):
    both = torch.cat([x[:, 0], h0], dim=1)
    h = torch.tanh(both @ torch.cat([wx, wh]) + b)[:, None]
    if x.shape[1] == 1:
        return h
    return torch.cat([h, rnn_forward(x[:, 1:], h[:, 0], wx, wh, b)], dim=1)
