"""Mini-batches: every row once, labels kept with their rows, sizes, two epochs in different orders."""

import numpy as np

from grader.cases import Case, by_function, generator
from nnref.numpy import minibatches as reference

outputs = ("samples", "labels")
judged = {"samples": by_function, "labels": by_function}


def cases(rng):
    def data(n):
        X = rng.permutation(n)[:, None] * 10.0 + rng.uniform(1, 2, (n, 3))  # no two rows are alike
        return dict(X=X, y=rng.permutation(1000)[:n])

    yield Case("a short last batch", **data(23), batch_size=5, rng=generator(rng), judge=judged, sample=True)
    yield Case("dropping the last batch", **data(23), batch_size=3, rng=generator(rng), drop_last=True, judge=judged)
    yield Case("batches that fit", **data(24), batch_size=8, rng=generator(rng), drop_last=True, judge=judged)
    yield Case("one large batch", **data(20), batch_size=64, rng=generator(rng), drop_last=False, judge=judged)
    yield Case("single rows", **data(17), batch_size=1, rng=generator(rng), drop_last=False, judge=judged)


def verify(case, inputs, output):
    if not isinstance(output, dict) or set(output) != {"samples", "labels"}:
        return "an epoch has to give pairs (xb, yb)"
    orders = []
    for xs, ys in zip(output["samples"], output["labels"]):
        order = epoch_order(inputs, xs, ys)
        if isinstance(order, str):
            return order
        orders.append(order)
    n = len(inputs["X"])
    if any(order == sorted(order) for order in orders) and n > 8:
        return "the rows come in their original order: shuffle them"
    if len(orders) == 2 and orders[0] == orders[1] and n > 8:
        return "two epochs with one generator have the same order: draw a new permutation in each call"
    return None


def epoch_order(inputs, xs, ys):
    """Return the original row numbers of an epoch in their order, or what is wrong with it."""
    X, y, size, n = inputs["X"], inputs["y"], inputs["batch_size"], len(inputs["X"])
    wanted = [size] * (n // size) + ([n % size] if n % size and not inputs.get("drop_last") else [])
    arrays = all(isinstance(part, np.ndarray) for part in [*xs, *ys])
    if not arrays or any(part.ndim != 2 for part in xs) or any(part.ndim != 1 for part in ys):
        return "each batch has to be a pair of arrays, (B, D) and (B,)"
    if [len(part) for part in xs] != wanted:
        return f"expected batches of {wanted} rows, got {[len(part) for part in xs]}"
    if [len(part) for part in ys] != wanted:
        return f"expected {wanted} labels in the batches, got {[len(part) for part in ys]}"
    if not xs:
        return []
    rows, labels = np.concatenate(xs), np.concatenate(ys)
    if rows.shape[1:] != X.shape[1:]:
        return f"expected rows of {X.shape[1]} numbers, got {rows.shape[1]}"
    matches = (rows[:, None, :] == X[None, :, :]).all(axis=2)  # (rows, N)
    if not matches.any(axis=1).all():
        return "a batch holds a row that is not in X"
    order = matches.argmax(axis=1).tolist()
    if len(set(order)) < len(order):
        return f"row {max(order, key=order.count)} of X comes more than once in an epoch: draw without replacement"
    wrong = next((i for i in range(len(order)) if labels[i] != y[order[i]]), None)
    if wrong is not None:
        return f"row {order[wrong]} of X comes with label {labels[wrong]}, its own is {y[order[wrong]]}: use one permutation for both"
    return order
