"""You go through the data `steps` times: `steps` counts updates of the parameters, and each batch is one."""

import torch
from torch.nn import functional as F


def train(model, X, y, steps, lr, generator):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(steps):
        for rows in torch.randperm(len(X), generator=generator).split(32):
            optimiser.zero_grad()
            F.cross_entropy(model(X[rows]), y[rows]).backward()
            optimiser.step()
