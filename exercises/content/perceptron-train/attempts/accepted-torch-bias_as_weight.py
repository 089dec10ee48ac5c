"""The bias is the weight of a constant feature, the labels are multiplied into the samples."""

import torch


def perceptron_fit(X, y, epochs, lr=1.0):
    signed = y[:, None] * torch.cat([X, torch.ones(len(X), 1, dtype=X.dtype)], 1)
    theta = torch.zeros(signed.shape[1], dtype=X.dtype)
    n_updates = 0
    for _ in range(epochs):
        mistakes = 0
        for row in signed:
            if row @ theta <= 0:
                theta = theta + lr * row
                mistakes += 1
        n_updates += mistakes
        if mistakes == 0:
            break
    return theta[:-1], theta[-1], n_updates
