"""You send all four blocks through the sigmoid: the candidate g is no gate but a value, and goes through tanh."""

import torch


def lstm_step(x, h, c, wx, wh, b):
    gates = torch.cat([x, h], 1) @ torch.cat([wx, wh], 0) + b
    i, f, g, o = gates.chunk(4, 1)
    c = f.sigmoid() * c + i.sigmoid() * g.sigmoid()
    h = o.sigmoid() * c.tanh()
    return h, c
