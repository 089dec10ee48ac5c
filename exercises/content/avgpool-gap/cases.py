"""Average pooling: overlaps, remainders, rectangular windows, both conventions at the border, whole channels."""

from grader.cases import Case, exact
from nnref.numpy import avgpool, global_avg_pool

references = {"avgpool": avgpool, "global_avg_pool": global_avg_pool}
arguments = {"k": exact, "stride": exact, "padding": exact, "count_include_pad": exact}


def cases(rng):
    def images(*shape):
        return rng.normal(0.5, 1.0, size=shape)

    yield Case("halving", x=images(2, 3, 4, 6), k=2, stride=2, sample=True)
    yield Case("overlaps", x=images(2, 2, 5, 4), k=3, stride=1)
    yield Case("rectangular window, remainder", x=images(2, 2, 6, 7), k=(2, 3), stride=2)
    yield Case("padding counted", x=images(2, 2, 4, 5), k=3, stride=2, padding=1)
    yield Case("padding not counted", x=images(2, 2, 4, 5), k=3, stride=2, padding=1, count_include_pad=False)
    yield Case("not counted, rectangular", x=images(1, 3, 5, 4), k=(3, 2), stride=1, padding=1, count_include_pad=False)
    yield Case("global", x=images(3, 2, 4, 5), call="global_avg_pool", sample=True)
    yield Case("global, all sizes equal", x=images(3, 3, 3, 3), call="global_avg_pool")
    yield Case("global, one pixel", x=images(2, 4, 1, 1), call="global_avg_pool")
