"""Windows by unfold; each winner's place in the image is computed and the gradients are scattered there."""

import torch
import torch.nn.functional as F


def _windows(x, k, stride, padding):
    kh, kw = (k, k) if isinstance(k, int) else k
    xp = F.pad(x, (padding,) * 4, value=float("-inf"))
    return xp, xp.unfold(2, kh, stride).unfold(3, kw, stride).flatten(-2)   # N, C, oh, ow, kh*kw


def maxpool(x, k, stride, padding=0):
    _, win = _windows(x, k, stride, padding)
    return win.max(-1).values


def maxpool_backward(dout, x, k, stride, padding=0):
    kh, kw = (k, k) if isinstance(k, int) else k
    xp, win = _windows(x, k, stride, padding)
    idx = win.argmax(-1)
    N, C, oh, ow = dout.shape
    Hp, Wp = xp.shape[2:]
    rows = torch.arange(oh, device=x.device)[:, None] * stride + idx // kw
    cols = torch.arange(ow, device=x.device)[None, :] * stride + idx % kw
    dxp = torch.zeros(N, C, Hp * Wp, dtype=dout.dtype, device=x.device)
    dxp.scatter_add_(2, (rows * Wp + cols).reshape(N, C, -1), dout.reshape(N, C, -1))
    dxp = dxp.view(N, C, Hp, Wp)
    return dxp[:, :, padding:Hp - padding, padding:Wp - padding]
