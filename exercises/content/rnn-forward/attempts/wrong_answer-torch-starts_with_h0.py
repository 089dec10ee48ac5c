"""You return the states from `h0` on and drop the last one: the result holds h_1 to h_T."""

import torch


def rnn_forward(x, h0, wx, wh, b):
    h, states = h0, []
    for t in range(x.shape[1]):
        new = torch.tanh(x[:, t] @ wx + h @ wh + b)
        states.append(h)
        h = new
    return torch.stack(states, dim=1)
