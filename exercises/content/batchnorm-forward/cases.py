"""Batch normalisation: train and eval mode, running statistics, small variance, far from zero."""

from grader.cases import Case, exact, moments, mutable
from nnref.numpy import batchnorm as reference

arguments = {
    "running_mean": mutable,
    "running_var": mutable,
    "training": exact,
    "momentum": exact,
    "eps": exact,
}
outputs = ("out", "running_mean", "running_var")


def cases(rng):
    def batch(n, d, mean=0.0, sd=1.0, training=True, **settings):
        return dict(
            x=rng.normal(mean, sd, (n, d)),
            gamma=rng.normal(1, 0.2, d),
            beta=rng.normal(size=d),
            running_mean=rng.normal(size=d),
            running_var=rng.uniform(0.5, 2, d),
            training=training,
            **settings,
        )

    yield Case("training", **batch(5, 4), sample=True)
    yield Case("evaluation", **batch(5, 4, training=False), sample=True)
    yield Case("square batch", **batch(4, 4, momentum=0.3, eps=1e-3))
    yield Case("two examples", **batch(2, 3))
    yield Case("one example, evaluation", **batch(1, 4, training=False))
    yield Case("tiny variance", **batch(6, 3, sd=3e-3))  # shows where eps stands
    small = batch(5, 3, training=False)
    small["running_var"] = rng.uniform(5e-6, 2e-5, 3)
    yield Case("tiny running variance, evaluation", **small)
    yield Case("large eps", **batch(6, 3, momentum=0.2, eps=0.1))
    yield Case("far from zero", **batch(6, 3, mean=1e5, sd=1e-2), strict=True)  # kills E[x^2] - E[x]^2
    yield Case("one example, training", **batch(1, 4), raises=True)


properties = [moments("out", mean="beta", over=0)]
