"""A two-layer network: with and without penalty, equal sizes, one example, a strong penalty."""

from grader.cases import Case, exact
from nnref.numpy import two_layer_loss as reference

arguments = {"y": exact, "reg": exact}
outputs = ("loss", "grads")


def cases(rng):
    def network(n, d, h, c, reg):
        return dict(
            params={
                "W1": rng.normal(size=(d, h)) * 1.5 / d**0.5,
                "b1": 0.5 * rng.normal(size=h),
                "W2": rng.normal(size=(h, c)) * 1.5 / h**0.5,
                "b2": rng.normal(size=c),
            },
            X=rng.normal(size=(n, d)),
            y=rng.integers(c, size=n),
            reg=reg,
        )

    yield Case("no penalty", **network(5, 3, 6, 4, 0.0), sample=True)
    yield Case("penalty", **network(6, 4, 7, 3, 0.1), sample=True)
    yield Case("all sizes equal", **network(4, 4, 4, 4, 0.05))
    yield Case("one example", **network(1, 3, 5, 2, 0.2))
    yield Case("strong penalty", **network(5, 2, 6, 3, 2.0))
