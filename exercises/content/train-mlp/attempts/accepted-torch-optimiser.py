"""The usual loop: permutation, zero_grad, backward, step."""

import torch
from torch.nn import functional as F


def train(model, X, y, steps, lr, generator):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    done = 0
    while done < steps:
        for rows in torch.randperm(len(X), generator=generator).split(32)[: steps - done]:
            optimiser.zero_grad()
            F.cross_entropy(model(X[rows]), y[rows]).backward()
            optimiser.step()
            done += 1
