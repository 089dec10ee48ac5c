"""You add each step's gradient to those of all steps before: call zero_grad in every step, since backward adds to .grad."""

import torch
from torch.nn import functional as F


def train(model, X, y, steps, lr, generator):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(steps):
        rows = torch.randperm(len(X), generator=generator)[:8]
        F.cross_entropy(model(X[rows]), y[rows]).backward()
        optimiser.step()
