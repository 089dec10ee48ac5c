"""Layer normalisation: two and three axes, square, constant row, small spread, and the backward pass."""

from grader.cases import Case, exact
from nnref.numpy import layernorm, layernorm_backward

references = {"layernorm": layernorm, "layernorm_backward": layernorm_backward}
arguments = {"eps": exact}
outputs = {"layernorm": ("out",), "layernorm_backward": ("dx", "dgamma", "dbeta")}


def cases(rng):
    def forward(*shape, sd=1.0, **settings):
        d = shape[-1]
        return dict(x=rng.normal(0.5, sd, shape), gamma=rng.normal(1, 0.3, d), beta=rng.normal(size=d), **settings)

    def backward(*shape, sd=1.0, **settings):
        gamma = rng.normal(1, 0.3, shape[-1])
        return dict(dout=rng.normal(size=shape), x=rng.normal(0.5, sd, shape), gamma=gamma, **settings)

    yield Case("rows", **forward(3, 5), sample=True)
    yield Case("square", **forward(4, 4))
    yield Case("sequences", **forward(2, 3, 4))
    yield Case("all sizes equal", **forward(3, 3, 3))
    yield Case("small spread", **forward(4, 6, sd=3e-3))
    yield Case("large eps", **forward(3, 4, eps=0.5))
    constant = forward(3, 4)
    constant["x"][1] = 2.0
    yield Case("constant row", **constant, gradient=False, kink=True)
    yield Case("backward", **backward(3, 5), call="layernorm_backward", sample=True)
    yield Case("backward, square", **backward(4, 4), call="layernorm_backward")
    yield Case("backward, sequences", **backward(2, 3, 4), call="layernorm_backward")
    yield Case("backward, small spread", **backward(4, 6, sd=3e-3), call="layernorm_backward")
    yield Case("backward, large eps", **backward(3, 5, eps=0.5), call="layernorm_backward")
