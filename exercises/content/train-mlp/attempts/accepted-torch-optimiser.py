"""The usual loop: permutation, zero_grad, backward, step."""

import torch
from torch.nn import functional as F


def train(model, X, y, steps, lr, generator):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr, foreach=False)  # quicker for four small tensors
    done = 0
    while done < steps:
        order = torch.randperm(len(X), generator=generator)
        for xb, yb in zip(X[order].split(32)[: steps - done], y[order].split(32)):
            optimiser.zero_grad()
            F.cross_entropy(model(xb), yb).backward()
            optimiser.step()
            done += 1
