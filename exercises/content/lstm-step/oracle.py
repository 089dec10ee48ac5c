"""PyTorch's own LSTM cell."""

import torch


def lstm_step(x, h, c, wx, wh, b):
    return torch.lstm_cell(x, (h, c), wx.T, wh.T, b, torch.zeros_like(b))
