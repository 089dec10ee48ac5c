"""PyTorch's own soft shrinkage."""

import torch.nn.functional as F


def soft_threshold(w, t):
    return F.softshrink(w, t)
