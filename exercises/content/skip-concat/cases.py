"""Skip connections: images, sequences, square shapes, another axis, shapes that must be refused, channel counts."""

from grader.cases import Case, exact
from nnref.numpy import dense_block_channels, skip_concat, skip_sum

references = {"skip_sum": skip_sum, "skip_concat": skip_concat, "dense_block_channels": dense_block_channels}
arguments = {"axis": exact, "c0": exact, "growth": exact, "layers": exact}


def cases(rng):
    def pair(first, second):
        return dict(x=rng.normal(size=first), y=rng.normal(size=second))

    yield Case("sum", **pair((2, 3, 4, 5), (2, 3, 4, 5)), sample=True)
    yield Case("sum of rows", **pair((3, 3), (3, 3)))
    yield Case("sum that would broadcast", **pair((2, 3, 4), (2, 1, 4)), raises=True)
    yield Case("sum of different lengths", **pair((2, 3, 4), (3, 4)), raises=True)
    yield Case("concatenation", **pair((2, 3, 4, 5), (2, 2, 4, 5)), call="skip_concat", sample=True)
    yield Case("concatenation, all sizes equal", **pair((3, 3, 3), (3, 3, 3)), call="skip_concat")
    yield Case("concatenation along the last axis", **pair((2, 3, 4), (2, 3, 4)), axis=-1, call="skip_concat")
    yield Case("concatenation of unequal images", **pair((2, 3, 4, 4), (2, 3, 5, 4)), call="skip_concat", raises=True)
    c0, growth, layers = (int(value) for value in rng.integers([16, 8, 3], [64, 40, 13]))
    yield Case("channels", c0=c0, growth=growth, layers=layers, call="dense_block_channels", sample=True)
    yield Case("channels, no layer", c0=c0, growth=growth, layers=0, call="dense_block_channels")
