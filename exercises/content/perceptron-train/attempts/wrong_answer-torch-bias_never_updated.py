"""You never update the bias: the boundary is stuck at the origin; add lr * y to b with every update."""

import torch


def perceptron_fit(X, y, epochs, lr=1.0):
    w, b, n_updates = torch.zeros(X.shape[1], dtype=X.dtype), 0.0, 0
    for _ in range(epochs):
        before = n_updates
        for features, label in zip(X, y):
            if label * (features @ w + b) <= 0:
                w = w + lr * label * features
                n_updates += 1
        if n_updates == before:
            break
    return w, b, n_updates
