"""Hands the gradients to the library's own function."""

import torch


def clip_grad_norm(grads, max_norm):
    parameters = []
    for g in grads:
        parameter = torch.zeros_like(g)
        parameter.grad = g.clone()
        parameters.append(parameter)
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    return [parameter.grad for parameter in parameters], norm
