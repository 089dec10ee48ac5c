"""`torch.nn.RNNCell` does the work that the exercise asks for."""

import torch


def rnn_step(x, h, wx, wh, b):
    cell = torch.nn.RNNCell(wx.shape[0], wh.shape[0]).to(x.dtype)
    names = {"weight_ih": wx.t(), "weight_hh": wh.t(), "bias_ih": b, "bias_hh": torch.zeros_like(b)}
    return torch.func.functional_call(cell, names, (x, h))


def dense(x, w, b):
    return torch.tanh(x @ w + b)
