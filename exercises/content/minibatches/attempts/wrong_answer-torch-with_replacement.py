"""You draw rows with replacement: some come twice and about a third never; cut one permutation into pieces."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = torch.randint(len(X), (min(batch_size, len(X) - start),), generator=generator)
        yield X[chosen], y[chosen]
