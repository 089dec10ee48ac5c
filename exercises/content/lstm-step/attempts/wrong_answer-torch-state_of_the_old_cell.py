"""You read the hidden state from the cell as it was before the step: h' looks at the new cell, tanh(c')."""

import torch


def lstm_step(x, h, c, wx, wh, b):
    gates = torch.cat([x, h], 1) @ torch.cat([wx, wh], 0) + b
    i, f, g, o = gates.chunk(4, 1)
    new_c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), new_c
