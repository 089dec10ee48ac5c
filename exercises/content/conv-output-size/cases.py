"""Convolution arithmetic: many random parameters, dilation, remainders, and stacks of layers."""

from grader.cases import Case, exact
from nnref.numpy import conv_out, conv_transpose_out, receptive_field

references = {"conv_out": conv_out, "conv_transpose_out": conv_transpose_out, "receptive_field": receptive_field}
arguments = {name: exact for name in ("h", "k", "s", "p", "op", "d", "layers")}


def cases(rng):
    def draw(low, high):
        return int(rng.integers(low, high))

    yield Case("stride 1, no padding", h=draw(8, 30), k=draw(2, 6))
    yield Case("same size", h=32, k=3, s=1, p=1, sample=True)
    yield Case("halving with remainder", h=7, k=2, s=2, p=0)
    yield Case("remainder of two", h=9, k=4, s=3, p=0)
    yield Case("dilation", h=12, k=3, s=1, p=0, d=3)
    for i in range(12):
        k, d, p = draw(1, 6), draw(1, 4), draw(0, 4)
        h = d * (k - 1) + 1 + draw(3, 40)
        yield Case(f"convolution {i + 1}", h=h, k=k, s=draw(1, 5), p=p, d=d)
    yield Case("doubling", h=16, k=4, s=2, p=1, call="conv_transpose_out", sample=True)
    yield Case("transposed, stride 1, no padding", h=draw(8, 30), k=draw(2, 6), call="conv_transpose_out")
    for i in range(6):
        k, d, s = draw(2, 6), draw(1, 3), draw(2, 5)
        yield Case(
            f"transposed {i + 1}", h=draw(8, 30), k=k, s=s, p=draw(0, 3), op=draw(0, s), d=d, call="conv_transpose_out"
        )
    yield Case("two layers", layers=[(3, 1), (3, 1)], call="receptive_field", sample=True)
    yield Case("stride first", layers=[(7, 2), (3, 2), (3, 1)], call="receptive_field")
    yield Case("one pixel layers", layers=[(1, 2), (1, 1), (3, 1)], call="receptive_field")
    for i in range(5):
        layers = [(draw(1, 6), draw(1, 4), draw(1, 4)) for _ in range(draw(2, 6))]
        yield Case(f"stack {i + 1}", layers=layers, call="receptive_field")
