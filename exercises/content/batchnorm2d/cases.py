"""Batch normalisation of images: training, evaluation, one image, equal sizes, small spread, one value a channel."""

from grader.cases import Case, exact, moments, mutable
from nnref.numpy import batchnorm2d as reference

arguments = {"running_mean": mutable, "running_var": mutable, "training": exact, "momentum": exact, "eps": exact}
outputs = ("out", "running_mean", "running_var")


def cases(rng):
    def images(n, c, h, w, training=True, sd=1.0, **settings):
        return dict(
            x=rng.normal(0.5, sd, (n, c, h, w)),
            gamma=rng.normal(1, 0.2, c),
            beta=rng.normal(size=c),
            running_mean=rng.normal(size=c),
            running_var=rng.uniform(0.5, 2, c),
            training=training,
            **settings,
        )

    yield Case("training", **images(3, 2, 4, 3), sample=True)
    yield Case("evaluation", **images(3, 2, 4, 3, training=False), sample=True)
    yield Case("all sizes equal", **images(3, 3, 3, 3, momentum=0.3, eps=0.1))
    yield Case("one image", **images(1, 3, 2, 4))
    yield Case("one pixel, several images", **images(4, 3, 1, 1))
    yield Case("one pixel, evaluation", **images(1, 3, 1, 1, training=False))
    yield Case("small spread", **images(2, 2, 3, 4, sd=3e-3))
    yield Case("one value a channel, training", **images(1, 2, 1, 1), raises=True)


properties = [moments("out", mean="beta", over=(0, 2, 3))]
