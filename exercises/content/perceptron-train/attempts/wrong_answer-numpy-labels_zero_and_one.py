"""You compare predictions 0 and 1 with labels -1 and +1, so every negative sample looks wrong for ever: test the sign of y * (w.x + b)."""

import numpy as np


def perceptron_fit(X, y, epochs, lr=1.0):
    w, b, n_updates = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        before = n_updates
        for features, label in zip(X, y):
            predicted = 1.0 if features @ w + b > 0 else 0.0
            if predicted != label:
                w = w + lr * (label - predicted) * features
                b = b + lr * (label - predicted)
                n_updates += 1
        if n_updates == before:
            break
    return w, b, n_updates
