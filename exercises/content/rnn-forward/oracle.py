"""PyTorch's own recurrent layer."""

import torch


def rnn_forward(x, h0, wx, wh, b):
    weights = [wx.T, wh.T, b, torch.zeros_like(b)]
    return torch.rnn_tanh(x, h0[None], weights, True, 1, 0.0, False, False, True)[0]
