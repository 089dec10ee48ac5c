"""The first bad layer: inf before NaN, both at once, an inf that vanishes, a bad input, nothing bad, no layers."""

import numpy as np

from grader.cases import Case, exact

arguments = {"x": exact}
outputs = ("index", "kind")
without = {"float32": "other layers overflow in single precision"}


def first_bad(layers, x):
    """Return the index of the first layer with a bad output and its kind, -1 for the input, None if there is none."""
    for index in range(-1, len(layers)):
        x = x if index < 0 else layers[index](x)
        if (x != x).any():
            return index, "nan"
        if (abs(x) == np.inf).any():
            return index, "inf"
    return None


reference = torch_reference = first_bad


def cases(rng):
    def chain(layers, shape=(2, 3), bad=()):
        x = rng.uniform(0.5, 2, shape)
        places = rng.permutation(x.size)
        for place, value in zip(places, bad):
            x.flat[place] = value
        return dict(layers=layers.split(), x=x)

    yield Case("division by zero", **chain("double shift reciprocal double", bad=[1.5]), sample=True)
    yield Case("root of a negative number", **chain("double negative root square"), sample=True)
    yield Case("nothing bad", **chain("double square reciprocal root"))
    yield Case("inf becomes NaN later", **chain("square overflow double difference sum"))
    yield Case("inf vanishes again", **chain("double overflow reciprocal double"))
    yield Case("minus infinity", **chain("negative overflow double"))
    yield Case("NaN and inf in the input", **chain("shift flatten double", bad=[np.inf, np.nan]))
    yield Case("inf and NaN in one output", **chain("quotient double", (2, 3), [1.0, 0.0]))
    yield Case("large numbers, all finite", **chain("large small double", (4, 5)))
    yield Case("both infinities in the input", **chain("double", (4,), [np.inf, -np.inf]))
    yield Case("the first layer", **chain("reciprocal double", (5,), [0.0]))
    yield Case("the last layer", **chain("double square flatten overflow", (2, 2, 2)))
    yield Case("inf in the input", **chain("reciprocal double", (3,), [-np.inf]))
    yield Case("NaN in the input", **chain("double double", (3, 2), [np.nan]))
    yield Case("no layers", **chain("", (3,)))
    yield Case("no layers and a bad input", **chain("", (3,), [np.inf]))
