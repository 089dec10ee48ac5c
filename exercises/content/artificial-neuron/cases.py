"""One neuron: every activation, one example and batches, a threshold that is met exactly."""

import numpy as np

from grader.cases import Case
from nnref.numpy import neuron as reference


def cases(rng):
    def inputs(*shape, activation):
        bias = np.array(rng.choice([-1, 1]) * rng.uniform(0.3, 1.2))
        return dict(x=rng.normal(size=shape), w=rng.normal(size=shape[-1]), b=bias, activation=activation)

    yield Case("one example, sigmoid", **inputs(4, activation="sigmoid"), sample=True)
    yield Case("a batch, relu", **inputs(6, 3, activation="relu"), sample=True)
    yield Case("a batch, sigmoid", **inputs(5, 3, activation="sigmoid"))
    yield Case("a batch, tanh", **inputs(5, 4, activation="tanh"))
    yield Case("a batch, linear", **inputs(5, 4, activation="linear"))
    yield Case("a batch, step", **inputs(7, 3, activation="step"), gradient=False)
    yield Case("as many rows as inputs", **inputs(4, 4, activation="linear"))
    yield Case("a batch of one", **inputs(1, 3, activation="sigmoid"))
    default = inputs(3, 2, activation="sigmoid")
    yield Case("default activation", **{name: value for name, value in default.items() if name != "activation"})
    on_it = np.array([[1.0, -1.0], [2.0, -1.0], [1.0, -2.0]])
    yield Case("exactly at the threshold", x=on_it, w=np.ones(2), b=np.array(0.0), activation="step", kink=True)
