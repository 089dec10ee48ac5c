"""PyTorch's own binary cross-entropy of logits, against ones and zeros."""

import torch
import torch.nn.functional as F


def d_loss(real, fake):
    return against(real, 1.0) + against(fake, 0.0)


def g_loss(fake, kind="nonsaturating"):
    return against(fake, 1.0) if kind == "nonsaturating" else -against(fake, 0.0)


def against(logits, label):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))
