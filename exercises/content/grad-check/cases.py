"""Gradient checks: right gradients of every scale, and wrong ones that a careless comparison lets pass."""

from grader.cases import Case
from nnref.numpy import check_gradient as reference

outputs = ("passes",)
without = {"float32": "central differences need double precision"}


def cases(rng):
    def check(name, shape, **more):
        return dict(check=name, x=rng.uniform(0.6, 1.6, shape), **more)

    yield Case("a right gradient", **check("right", (2, 2)), sample=True)
    yield Case("a gradient of twice the size", **check("twice", (3,)), sample=True)
    yield Case("right, with entries that are 0", **check("right, zeros", (4,)))
    yield Case("right, of a large function", **check("right, large", (2,)))
    yield Case("right, of a tiny function", **check("right, tiny", (2, 1)))
    yield Case("right, of a steep function", **check("right, steep", (1,)))
    yield Case("right, negative", **check("right, negative", (3,)))
    yield Case("all zeros", **check("nothing flows", (2,)))
    yield Case("all zeros, of a tiny function", **check("nothing flows, tiny", (3,)))
    yield Case("a wrong sign in one entry", **check("one sign", (1, 3, 2)))
    yield Case("one entry off by a thousandth", **check("one entry, a little", (5,)))
    yield Case("the same, with tolerance 0.01", **check("one entry, a little", (5,), tol=0.01))
    yield Case("the smallest entry off by a thousandth", **check("the smallest entry", (5,)))
    yield Case("one entry, just outside of the tolerance", **check("one entry, just too much", (3,)))
    yield Case("one entry, just inside", **check("one entry, just little enough", (3,)))
    yield Case("tiny, outside of the floor's tolerance", **check("below the floor, too much", (2,)))
    yield Case("tiny, inside of it", **check("below the floor", (2,)))
    yield Case("entries in another order", **check("swapped", (2, 2)))
    yield Case("not a number in one entry", **check("not a number", (3,)))
