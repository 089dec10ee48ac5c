"""PyTorch's own recurrent cell and affine layer."""

import torch
import torch.nn.functional as F


def rnn_step(x, h, wx, wh, b):
    return torch.rnn_tanh_cell(x, h, wx.T, wh.T, b, torch.zeros_like(b))


def dense(x, w, b):
    return torch.tanh(F.linear(x, w.T, b))
