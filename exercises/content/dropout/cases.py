"""Inverted dropout: drop rate and independence by exact tests, exact survivors, p = 0, evaluation, backward pass."""

from grader.cases import Case, dropped, exact, generator
from nnref.numpy import dropout, dropout_backward

references = {"dropout": dropout, "dropout_backward": dropout_backward}
arguments = {"p": exact, "training": exact, "mask": exact}
outputs = {"dropout": ("out", "mask"), "dropout_backward": ("dx",)}


def cases(rng):
    def forward(shape, p, training=True):
        x = rng.normal(1.0, 2.0, size=shape)
        return dict(x=x, p=p, training=training, generator=generator(rng))

    yield Case("evaluation", **forward((4, 5), 0.3, training=False), sample=True)
    yield Case("training, p = 0.3", **forward((50, 60), 0.3), judge=dropped(p=0.3, mask="mask"))
    yield Case("training, p = 0.8", **forward((60, 50), 0.8), judge=dropped(p=0.8, mask="mask"))
    yield Case("images", **forward((4, 5, 10, 15), 0.1), judge=dropped(p=0.1, mask="mask"))
    yield Case("nothing dropped, p = 0", **forward((3, 4), 0.0), sample=True)
    yield Case("evaluation, a vector", **forward((7,), 0.8, training=False))

    def backward(shape, p):
        return dict(dout=rng.normal(size=shape), mask=rng.random(shape) >= p, p=p)

    yield Case("backward", **backward((4, 5), 0.3), call="dropout_backward", only="numpy", sample=True)
    yield Case("backward, most dropped", **backward((2, 3, 4), 0.8), call="dropout_backward", only="numpy")
