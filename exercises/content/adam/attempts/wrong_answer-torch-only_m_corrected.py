"""You correct the first moment but not the second: `v` starts at zero as well and is far too small early on, so the first steps are too large."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m.mul_(b1).add_(g, alpha=1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    denom = v.sqrt().add_(eps)
    w.addcdiv_(m, denom, value=-lr / (1 - b1**t))
    return w, m, v
