"""`torch.softmax` does half of the work that the exercise asks for."""

import torch


def cross_entropy_backward(logits, y):
    p = torch.softmax(logits, dim=1)
    p[torch.arange(len(y)), y] -= 1
    return p / len(y)
