"""Rosenblatt's perceptron."""

import numpy as np

from nnref.numpy.arrays import Array


def perceptron_fit(X: Array, y: Array, epochs: int, lr: float = 1.0) -> tuple[Array, float, int]:
    r"""Return `(w, b, n_updates)` of a perceptron trained with Rosenblatt's rule, starting from zeros.

    Formula: for each sample in order, if $y_i (w \cdot x_i + b) \le 0$: $w \leftarrow w + \eta\, y_i x_i$,
    $b \leftarrow b + \eta\, y_i$.

    Shapes: X (N, D), y (N,) of -1 and +1; returns w (D,), a number and a count.
    Note: a sample exactly on the boundary counts as wrong, otherwise nothing would ever move away from zeros. Training
        ends after the first epoch without an update, or after `epochs`.
    Source: Rosenblatt 1958, The perceptron, Psychological Review 65(6); Novikoff 1962, On convergence proofs on
        perceptrons (at most $(R / \gamma)^2$ updates on separable data).
    """
    w, b, updates = np.zeros(X.shape[1], X.dtype), 0.0, 0
    for _ in range(epochs):
        before = updates
        for features, label in zip(X, y, strict=True):
            if label * (features @ w + b) <= 0:
                w = w + lr * label * features
                b += lr * float(label)
                updates += 1
        if updates == before:
            break
    return w, b, updates
