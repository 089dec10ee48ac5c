import numpy as np


def neuron(x, w, b, activation="sigmoid"):
    """Return the neuron's output for `x` (D,) or for every row of `x` (N, D)."""
    raise NotImplementedError("Write neuron: weighted sum of the inputs, plus the bias, through the activation.")
