"""Accumulates the gradients of a linear model twice, and reports the largest number of samples seen at once."""

import torch


class Linear(torch.nn.Module):
    def __init__(self, w, b):
        super().__init__()
        self.w = torch.nn.Parameter(w.clone())
        self.b = torch.nn.Parameter(b.clone())
        self.seen = []

    def forward(self, x):
        self.seen.append(len(x))
        return x @ self.w + self.b


def loss_fn(prediction, target):
    return ((prediction - target) ** 2).sum(dim=1).mean() / 2


def drive(solution, X, y, w, b, sizes):
    model = Linear(w, b)
    results = []
    for shift in (0, 1):  # a second call, with other targets, starts from zero
        pairs = [(xb, yb + shift) for xb, yb in zip(X.split(sizes), y.split(sizes))]
        solution.accumulate(model, loss_fn, pairs)
        results.append([None if p.grad is None else p.grad.clone() for p in (model.w, model.b)])
    return {"first": results[0], "second": results[1], "most_at_once": max(model.seen, default=0)}
