"""Runs two epochs with one generator and returns their batches."""


def drive(solution, X, y, batch_size, rng, drop_last=None):
    last = () if drop_last is None else (drop_last,)
    epochs = [list(solution.minibatches(X, y, batch_size, rng, *last)) for _ in range(2)]
    return {
        "samples": [[xb for xb, _ in epoch] for epoch in epochs],
        "labels": [[yb for _, yb in epoch] for epoch in epochs],
    }
