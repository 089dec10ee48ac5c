"""The bias is the weight of a constant feature, the labels are multiplied into the samples."""

import numpy as np


def perceptron_fit(X, y, epochs, lr=1.0):
    signed = y[:, None] * np.column_stack([X, np.ones(len(X), dtype=X.dtype)])
    theta = np.zeros(signed.shape[1], dtype=X.dtype)
    n_updates = 0
    for _ in range(epochs):
        mistakes = 0
        for row in signed:
            if row @ theta <= 0:
                theta += lr * row
                mistakes += 1
        n_updates += mistakes
        if mistakes == 0:
            break
    return theta[:-1], theta[-1], n_updates
