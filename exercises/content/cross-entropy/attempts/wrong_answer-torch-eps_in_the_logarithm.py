"""You add a small constant inside the logarithm: it caps the loss near 18 and takes the gradient away where the network is most wrong; log-sum-exp needs no constant."""

import torch


def cross_entropy(logits, y):
    p = torch.softmax(logits, 1)
    return -torch.log(p[torch.arange(len(y)), y] + 1e-8).mean()
