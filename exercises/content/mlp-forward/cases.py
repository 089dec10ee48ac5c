"""MLP forward: one to four layers, square layers (transposes pass silently there), every activation, a batch of one."""

from grader.cases import Case
from nnref.numpy import mlp_forward as reference


def cases(rng):
    def network(batch, *sizes):
        layers = [
            (rng.normal(size=(fan_in, fan_out)) / fan_in**0.5, rng.normal(size=fan_out))
            for fan_in, fan_out in zip(sizes, sizes[1:])
        ]
        return dict(x=rng.normal(size=(batch, sizes[0])), params=layers)

    yield Case("everything square", **network(4, 4, 4, 4), activation="tanh", sample=True)
    yield Case("two layers, relu", **network(5, 3, 6, 2), activation="relu", sample=True)
    yield Case("one layer", **network(3, 4, 2), activation="relu")
    yield Case("three layers, sigmoid", **network(4, 3, 5, 4, 2), activation="sigmoid")
    yield Case("four layers, tanh", **network(2, 5, 4, 3, 4, 3), activation="tanh")
    yield Case("a batch of one", **network(1, 3, 5, 2), activation="relu")
    yield Case("default activation", **network(5, 2, 7, 1))
