"""The forward pass's loop, run for gradients."""

import torch


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    height, width = x.shape[2:]
    kh, kw = w.shape[2:]
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    dpadded, dw = torch.zeros_like(padded), torch.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            g, window = dout[:, :, i, j], padded[:, :, rows, cols]
            dw += (g.t() @ window.flatten(1)).view_as(w)
            dpadded[:, :, rows, cols] += (g @ w.flatten(1)).view(window.shape)
    return dpadded[:, :, padding : padding + height, padding : padding + width], dw, dout.sum(dim=(0, 2, 3))
