"""You apply all updates of an epoch together: in Rosenblatt's rule each update takes effect before the next sample is looked at."""

import numpy as np


def perceptron_fit(X, y, epochs, lr=1.0):
    w, b, n_updates = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        wrong = y * (X @ w + b) <= 0
        if not wrong.any():
            break
        w = w + lr * (y[wrong, None] * X[wrong]).sum(axis=0)
        b = b + lr * y[wrong].sum()
        n_updates += int(wrong.sum())
    return w, b, n_updates
