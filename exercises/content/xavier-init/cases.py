"""Glorot initialisation: both distributions, unequal fans, filters, a gain, the default; judged by statistics."""

import math

from grader.cases import Case, generator, normal, uniform
from nnref.numpy import xavier as reference

outputs = ("w",)


def cases(rng):
    def weights(shape, fan_sum, gain=1.0, **more):
        sd = gain * math.sqrt(2 / fan_sum)
        judge = normal(0, sd) if more.get("distribution") == "normal" else uniform(math.sqrt(3) * sd)
        return dict(shape=shape, rng=generator(rng), **more, judge=judge)

    yield Case("uniform", **weights((100, 200), 300, distribution="uniform"), sample=True)
    yield Case("normal", **weights((80, 260), 340, distribution="normal"), sample=True)
    yield Case("square", **weights((140, 140), 280, distribution="uniform"))
    yield Case("filters", **weights((40, 20, 5, 5), 60 * 25, distribution="uniform"))
    yield Case("normal filters with a gain", **weights((16, 48, 3, 9), 64 * 27, gain=1.5, distribution="normal") | {"gain": 1.5})
    yield Case("uniform by default", **weights((250, 80), 330))
