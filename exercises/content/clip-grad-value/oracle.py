"""PyTorch's own clipping by value."""

import torch


def clip_grad_value(grads, clip):
    if torch.is_tensor(grads):
        return clip_grad_value([grads], clip)[0]
    leaves = [torch.nn.Parameter(torch.zeros_like(grad)) for grad in grads]
    for leaf, grad in zip(leaves, grads):
        leaf.grad = grad.clone()
    torch.nn.utils.clip_grad_value_(leaves, clip)
    return [leaf.grad for leaf in leaves]
