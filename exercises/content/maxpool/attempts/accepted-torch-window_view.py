"""All windows as one view; winners' gradients scattered by their flat position."""

import torch
import torch.nn.functional as F


def windows_of(values, k, stride):
    kh, kw = (k, k) if isinstance(k, int) else k
    return values.unfold(2, kh, stride).unfold(3, kw, stride).flatten(4)


def maxpool(x, k, stride, padding=0):
    return windows_of(F.pad(x, [padding] * 4, value=-torch.inf), k, stride).max(dim=-1).values


def maxpool_backward(dout, x, k, stride, padding=0):
    values = F.pad(x, [padding] * 4, value=-torch.inf)
    places = torch.arange(values.numel()).reshape(values.shape)
    windows = windows_of(values, k, stride)
    order = torch.arange(windows.shape[-1], 0, -1)
    best = ((windows == windows.amax(-1, keepdim=True)) * order).argmax(-1, keepdim=True)
    winners = windows_of(places, k, stride).gather(-1, best)
    flat = torch.zeros(values.numel(), dtype=dout.dtype).index_add(0, winners.flatten(), dout.flatten())
    p, (height, width) = padding, x.shape[2:]
    return flat.reshape(values.shape)[:, :, p : p + height, p : p + width]
