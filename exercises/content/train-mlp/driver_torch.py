"""Makes the model, has it trained, and returns its parameters as NumPy's variant does; then looks at a single step.

On rows that are all alike every batch has the same gradient, so one update leads to one place, whatever the batch.
"""

import torch
from torch import nn
from torch.nn.utils import skip_init

RATE, HIDDEN = 0.1, 8


def drive(solution, X, y, hidden, steps, lr, rng):
    first, last = layers = network(X, hidden, rng)
    solution.train(nn.Sequential(first, nn.ReLU(), last), X, y, steps, lr, rng)
    trained = [(layer.weight.detach().T, layer.bias.detach()) for layer in layers]
    return [*trained, single_step(solution, X, y, rng)]


def network(X, hidden, rng):
    layers = [skip_init(nn.Linear, *sizes, dtype=X.dtype) for sizes in [(X.shape[1], hidden), (hidden, 3)]]
    for layer in layers:
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu", generator=rng)
        nn.init.zeros_(layer.bias)
    return layers


def single_step(solution, X, y, rng):
    """Return how far one step on equal rows ends from the right place, and how far it goes, in lengths of the right way."""
    first, last = layers = network(X, HIDDEN, rng)
    parameters = [p for layer in layers for p in layer.parameters()]
    start = [p.detach().clone() for p in parameters]
    right = descended(*start, X[-1], int(y[-1]))
    solution.train(nn.Sequential(first, nn.ReLU(), last), X[-1:].repeat(len(X), 1), y[-1:].repeat(len(y)), 1, RATE, rng)
    start, right, end = (torch.cat([p.detach().reshape(-1) for p in place]) for place in (start, right, parameters))
    way = (right - start).norm()
    return [float((end - right).norm() / way), float((end - start).norm() / way)]


def descended(w1, b1, w2, b2, x, label):
    """Return the parameters after one step of plain gradient descent on the cross-entropy of one row, by formula."""
    h = torch.relu(w1 @ x + b1)
    dz = torch.softmax(w2 @ h + b2, 0)
    dz[label] -= 1
    da = (dz @ w2) * (h > 0)
    return w1 - RATE * torch.outer(da, x), b1 - RATE * da, w2 - RATE * torch.outer(dz, h), b2 - RATE * dz
