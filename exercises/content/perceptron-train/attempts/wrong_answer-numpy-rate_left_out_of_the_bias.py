"""You add the bare label to the bias: it moves by lr * y, like the weights."""

import numpy as np


def perceptron_fit(X, y, epochs, lr=1.0):
    w = np.zeros(X.shape[1])
    b = 0
    n_updates = 0
    for _ in range(epochs):
        changed = False
        for xi, yi in zip(X, y):
            if yi * (np.dot(w, xi) + b) <= 0:
                w += lr * yi * xi
                b += yi
                n_updates += 1
                changed = True
        if not changed:
            break
    return w, b, n_updates
