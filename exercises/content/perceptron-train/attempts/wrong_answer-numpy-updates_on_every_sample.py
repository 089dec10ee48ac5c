"""You update on every sample: only a sample on the wrong side or on the boundary changes the weights."""

import numpy as np


def perceptron_fit(X, y, epochs, lr=1.0):
    w, b, n_updates = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        for features, label in zip(X, y):
            w = w + lr * label * features
            b = b + lr * label
            n_updates += 1
    return w, b, n_updates
