"""Counts how often each sample was used; the weights are the sum of the samples used."""

import torch


def perceptron_fit(X, y, epochs, lr=1.0):
    products = X @ X.T + 1
    counts = torch.zeros(len(y), dtype=X.dtype)
    for _ in range(epochs):
        changed = False
        for i in range(len(y)):
            if y[i] * (counts * y * products[i]).sum() <= 0:
                counts[i] += 1
                changed = True
        if not changed:
            break
    weights = lr * counts * y
    return weights @ X, weights.sum(), int(counts.sum())
