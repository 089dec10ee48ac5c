"""Gradient norms: three activations, one to six layers, equal and different widths, one example."""

from grader.cases import Case, exact
from nnref.numpy import gradient_norms as reference

arguments = {"activation": exact}
outputs = ("norms",)


def cases(rng):
    def network(n, sizes, activation, gain=1.0):
        return dict(
            weights=[gain * rng.normal(size=(a, b)) / a**0.5 for a, b in zip(sizes, sizes[1:])],
            x=rng.normal(size=(n, sizes[0])),
            dout=rng.normal(size=(n, sizes[-1])),
            activation=activation,
        )

    yield Case("three layers, tanh", **network(5, (3, 4, 6, 2), "tanh"), sample=True)
    yield Case("one layer, sigmoid", **network(4, (3, 5), "sigmoid"), sample=True)
    yield Case("six layers, sigmoid", **network(6, (5, 7, 6, 5, 6, 7, 4), "sigmoid"))
    yield Case("equal widths, relu", **network(7, (5, 5, 5, 5, 5), "relu", gain=2**0.5))
    yield Case("equal widths, tanh", **network(4, (4, 4, 4), "tanh"))
    yield Case("four layers, relu", **network(6, (4, 7, 5, 6, 3), "relu", gain=2**0.5))
    yield Case("one example", **network(1, (3, 4, 3), "tanh"))
