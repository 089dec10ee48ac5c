"""Sign times limited size."""

import torch


def clip_grad_value(grads, clip):
    if not torch.is_tensor(grads):
        return [clip_grad_value(g, clip) for g in grads]
    return torch.where(grads.abs() > clip, clip * grads.sign(), grads)
