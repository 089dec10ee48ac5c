"""Hands the gradients to the library's own function."""

import torch


def clip_grad_value(grads, clip):
    parameters = []
    for g in grads if isinstance(grads, list) else [grads]:
        parameter = torch.zeros_like(g)
        parameter.grad = g.clone()
        parameters.append(parameter)
    torch.nn.utils.clip_grad_value_(parameters, clip)
    clipped = [parameter.grad for parameter in parameters]
    return clipped if isinstance(grads, list) else clipped[0]
