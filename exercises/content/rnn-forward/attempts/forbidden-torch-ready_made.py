"""`torch.nn.RNN` does the work that the exercise asks for."""

import torch


def rnn_forward(x, h0, wx, wh, b):
    zero = torch.zeros_like(b)
    return torch.rnn_tanh(x, h0[None], [wx.t(), wh.t(), b, zero], True, 1, 0.0, False, False, True)[0]
