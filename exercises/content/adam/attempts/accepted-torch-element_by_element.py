"""Number by number."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = torch.lerp(g, m, b1)
    v = torch.lerp(g.square(), v, b2)
    scale = ((1 - b2**t) ** 0.5) / (1 - b1**t)
    return w - lr * scale * m / (v.sqrt() + eps * (1 - b2**t) ** 0.5), m, v
