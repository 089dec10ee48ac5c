"""Rosenblatt's perceptron, on tensors."""

from torch import Tensor


def perceptron_fit(X: Tensor, y: Tensor, epochs: int, lr: float = 1.0) -> tuple[Tensor, Tensor, int]:
    r"""Return `(w, b, n_updates)` of a perceptron trained with Rosenblatt's rule, starting from zeros.

    Formula: for each sample in order, if $y_i (w \cdot x_i + b) \le 0$: $w \leftarrow w + \eta\, y_i x_i$,
    $b \leftarrow b + \eta\, y_i$.

    Shapes: X (N, D), y (N,) of -1 and +1; returns w (D,), a 0-d tensor and a count.
    Note: a sample exactly on the boundary counts as wrong, otherwise nothing would ever move away from zeros. Training
        ends after the first epoch without an update, or after `epochs`.
    Source: Rosenblatt 1958, The perceptron, Psychological Review 65(6); Novikoff 1962, On convergence proofs on
        perceptrons (at most $(R / \gamma)^2$ updates on separable data).
    """
    signed = y[:, None] * X  # (N, D)
    w, b, updates, clean = X.new_zeros(X.shape[1]), X.new_zeros(()), 0, 0
    for step in range(epochs * len(y)):
        sample = step % len(y)
        clean += 1
        if signed[sample] @ w + y[sample] * b <= 0:
            w, b, updates, clean = w + lr * signed[sample], b + lr * y[sample], updates + 1, 0
        if clean >= 2 * len(y):
            break
    return w, b, updates
