"""He initialisation: both modes, every gain, unequal fans, filters, the defaults; judged by statistics."""

import math

from grader.cases import Case, generator, normal
from nnref.numpy import he as reference

outputs = ("w",)


def cases(rng):
    def weights(shape, fan, gain, **more):
        return dict(shape=shape, rng=generator(rng), **more, judge=normal(0, gain / math.sqrt(fan)))

    yield Case("relu, fan in", **weights((100, 200), 100, math.sqrt(2), mode="fan_in", nonlinearity="relu"), sample=True)
    yield Case("relu, fan out", **weights((80, 250), 250, math.sqrt(2), mode="fan_out", nonlinearity="relu"), sample=True)
    yield Case("linear", **weights((60, 350), 60, 1.0, mode="fan_in", nonlinearity="linear"))
    yield Case("tanh", **weights((250, 80), 250, 5 / 3, mode="fan_in", nonlinearity="tanh"))
    leaky = dict(mode="fan_in", nonlinearity="leaky_relu", a=0.7)
    yield Case("leaky relu", **weights((90, 230), 90, math.sqrt(2 / 1.49), **leaky))
    yield Case("leaky relu, slope 0", **weights((110, 190), 110, math.sqrt(2), mode="fan_in", nonlinearity="leaky_relu"))
    yield Case("filters", **weights((40, 20, 3, 7), 420, math.sqrt(2), mode="fan_in", nonlinearity="relu"))
    yield Case("filters, fan out", **weights((20, 40, 7, 3), 420, 1.0, mode="fan_out", nonlinearity="sigmoid"))
    yield Case("defaults", **weights((120, 170), 120, math.sqrt(2)))
