"""Pairs as complex numbers, multiplied by a unit number."""

import math

import torch


def rope(x, base=10000.0, offset=0, interleaved=False):
    half = x.shape[-1] // 2
    pairs = x.unflatten(-1, (half, 2)) if interleaved else x.unflatten(-1, (2, half)).transpose(-1, -2)
    position = torch.arange(offset, offset + x.shape[-2], dtype=torch.float64)
    speeds = torch.exp(-math.log(base) * torch.arange(half, dtype=torch.float64) / half)
    angles = torch.outer(position, speeds)
    cos, sin = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
    turn = torch.stack([torch.stack([cos, -sin], -1), torch.stack([sin, cos], -1)], -2)  # (T, half, 2, 2)
    turned = torch.einsum("tiab,...tib->...tia", turn, pairs)
    return turned.flatten(-2) if interleaved else turned.transpose(-1, -2).flatten(-2)
