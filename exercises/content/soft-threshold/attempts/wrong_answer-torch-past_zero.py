"""You move small weights past 0 to the other side: stop at 0."""

import torch


def soft_threshold(w, t):
    return w - t * torch.sign(w)
