"""`torch.lstm_cell` does the work that the exercise asks for."""

import torch


def lstm_step(x, h, c, wx, wh, b):
    return torch.lstm_cell(x, (h, c), wx.t(), wh.t(), b, torch.zeros_like(b))
