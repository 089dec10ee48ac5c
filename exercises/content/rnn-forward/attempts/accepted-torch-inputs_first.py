"""The product with the inputs for all steps at once; the loop only feeds the state back."""

import torch


def rnn_forward(x, h0, wx, wh, b):
    driven = torch.einsum("ntd,dh->nth", x, wx) + b
    states = [h0]
    for step in driven.unbind(dim=1):
        states.append(torch.tanh(torch.addmm(step, states[-1], wh)))
    return torch.stack(states[1:], dim=1)
