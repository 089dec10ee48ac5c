"""PyTorch's convention with 1e-6, written into the given arrays."""

import torch


def clip_grad_norm(grads, max_norm):
    norm = torch.stack([g.norm() for g in grads]).norm()
    factor = (max_norm / (norm + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return grads, norm
