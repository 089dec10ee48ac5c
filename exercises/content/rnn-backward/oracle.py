"""Autograd through PyTorch's own recurrent layer."""

import torch


def rnn_backward(dh, x, h0, wx, wh, b):
    x, h0, wx, wh, b = arguments = [each.detach().clone().requires_grad_() for each in (x, h0, wx, wh, b)]
    weights = [wx.T, wh.T, b, torch.zeros_like(b)]
    out = torch.rnn_tanh(x, h0[None], weights, True, 1, 0.0, False, False, True)[0]
    return torch.autograd.grad(out, arguments, dh)
