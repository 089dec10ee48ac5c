"""You send the candidate n through the sigmoid: only r and z are gates, n goes through tanh."""

import torch


def gru_step(x, h, wx, wh, bx, bh):
    xr, xz, xn = torch.chunk(x @ wx + bx, 3, dim=-1)
    hr, hz, hn = torch.chunk(h @ wh + bh, 3, dim=-1)
    r = torch.sigmoid(xr + hr)
    z = torch.sigmoid(xz + hz)
    n = torch.sigmoid(torch.addcmul(xn, r, hn))
    return torch.lerp(n, h, z)
