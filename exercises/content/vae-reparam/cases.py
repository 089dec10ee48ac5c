"""Reparameterised samples: the noise by statistics, along rows and columns alike; the gradients in PyTorch."""

from grader.cases import Case, generator, normal
from nnref.numpy import reparameterize as reference

outputs = ("noise",)
without = {"float32": "the driver recovers the noise from z - mu, which cancels"}


def cases(rng):
    def latent(shape, spread=1.5):
        return dict(mu=rng.normal(0, 3, shape), logvar=rng.uniform(-spread, spread, shape), rng=generator(rng))

    def sample(shape, **more):
        return dict(**latent(shape, **more), look="noise", judge=normal())

    yield Case("a batch", **sample((80, 30)), sample=True)
    yield Case("one row", **sample((1, 2000)))
    yield Case("one column", **sample((2000, 1)))
    yield Case("variances of every size", **sample((60, 40), spread=8.0))
    yield Case("images", **sample((5, 3, 12, 12)))
    yield Case("gradients", **latent((4, 3)), look="gradients", only="torch")
    yield Case("gradients of a wide batch", **latent((2, 30)), look="gradients", only="torch")
