"""Early stopping: exact traces with ties, exact min_delta, NaN, slow drifts, no stop, nothing at all."""

from grader.cases import Case
from nnref.numpy import early_stop as reference

outputs = ("epochs",)
NAN = float("nan")


def cases(rng):
    def losses(*values):
        return [float(value) for value in values]

    def trace(length):
        return losses(*(8 - 0.5 * epoch + 0.25 * rng.integers(-8, 9) for epoch in range(length)))

    yield Case("stops", losses=losses(1, 0.5, 0.75, 0.75, 0.25), patience=2, min_delta=0.0, sample=True)
    yield Case("never stops", losses=losses(4, 3, 3.5, 2, 2.5, 1), patience=2, min_delta=0.0, sample=True)
    yield Case("a tie is no improvement", losses=losses(2, 1, 1, 1, 0.5), patience=2, min_delta=0.0)
    yield Case("exactly min_delta", losses=losses(2, 1.5, 1.25, 1, 0.75), patience=3, min_delta=0.5)
    yield Case("better than the last, not than the best", losses=losses(4, 1, 3, 2.5, 2, 1.5), patience=3, min_delta=0.0)
    yield Case("bad epochs apart", losses=losses(5, 6, 4, 5, 3, 4, 2, 3), patience=3, min_delta=0.0)
    yield Case("patience 1", losses=losses(3, 2, 2.5, 1), patience=1, min_delta=0.0)
    yield Case("not a number", losses=losses(3, NAN, 2, NAN, NAN, 1), patience=2, min_delta=0.0)
    yield Case("starts with nan", losses=losses(NAN, 2, 1, 1.5), patience=3, min_delta=0.0)
    yield Case("slow drift", losses=losses(4, 3.75, 3.5, 3.25, 3, 2.75), patience=3, min_delta=0.5)
    yield Case("nothing improves", losses=losses(NAN, NAN, NAN), patience=2, min_delta=0.0)
    yield Case("no epochs", losses=[], patience=2, min_delta=0.0)
    yield Case("a random trace", losses=trace(20), patience=3, min_delta=0.25)
    yield Case("another random trace", losses=trace(25), patience=4, min_delta=0.0)
