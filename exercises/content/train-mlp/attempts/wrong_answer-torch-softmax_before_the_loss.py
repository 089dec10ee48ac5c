"""You send the logits through a softmax before `cross_entropy`, which applies one itself: the loss is another one, with small gradients; pass the logits."""

import torch
from torch.nn import functional as F


def train(model, X, y, steps, lr, generator):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(steps):
        rows = torch.randperm(len(X), generator=generator)[:32]
        optimiser.zero_grad()
        F.cross_entropy(torch.softmax(model(X[rows]), dim=1), y[rows]).backward()
        optimiser.step()
