"""`torch.gru_cell` does the work that the exercise asks for."""

import torch


def gru_step(x, h, wx, wh, bx, bh):
    return torch.gru_cell(x, h, wx.t(), wh.t(), bx, bh)
