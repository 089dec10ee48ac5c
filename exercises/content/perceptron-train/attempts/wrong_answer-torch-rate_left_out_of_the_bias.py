"""You add the bare label to the bias: it moves by lr * y, like the weights."""

import torch


def perceptron_fit(X, y, epochs, lr=1.0):
    w = X.new_zeros(X.shape[1])
    b = X.new_zeros(())
    n_updates = 0
    for _ in range(epochs):
        changed = False
        for xi, yi in zip(X, y):
            if yi * (w @ xi + b) <= 0:
                w = w + lr * yi * xi
                b = b + yi
                n_updates += 1
                changed = True
        if not changed:
            break
    return w, b, n_updates
