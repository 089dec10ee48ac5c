"""Collapsing affine layers: one to four of them, square (reversed products pass silently there) and rectangular."""

from grader.cases import Case
from nnref.numpy import collapse_linear as reference

outputs = ("w", "b")


def cases(rng):
    def stack(*sizes):
        return dict(
            weights=[rng.normal(size=pair) / pair[0] ** 0.5 for pair in zip(sizes, sizes[1:])],
            biases=[rng.normal(size=size) for size in sizes[1:]],
        )

    yield Case("three square layers", **stack(3, 3, 3, 3), sample=True)
    yield Case("two layers", **stack(4, 5, 2), sample=True)
    yield Case("one layer", **stack(3, 4))
    yield Case("four layers", **stack(2, 5, 3, 4, 6))
    yield Case("through a bottleneck", **stack(5, 1, 4))
