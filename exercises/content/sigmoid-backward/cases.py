"""Backward passes of activations: matrices, vectors, far from zero, the kink of ReLU."""

import numpy as np

from grader.cases import Case
from nnref.numpy import relu_backward, sigmoid_backward, tanh_backward

references = {"sigmoid_backward": sigmoid_backward, "tanh_backward": tanh_backward, "relu_backward": relu_backward}
outputs = ("dx",)


def cases(rng):
    def away_from_zero(*shape):
        return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.05, 2, size=shape)

    for name in references:
        short = name.removesuffix("_backward")
        yield Case(short, dout=rng.normal(size=(4, 3)), x=away_from_zero(4, 3), call=name, sample=True)
        yield Case(f"{short}, three axes", dout=rng.normal(size=(2, 3, 4)), x=2 * away_from_zero(2, 3, 4), call=name)
        huge = rng.choice([-1e3, 1e3], size=(3, 3)) + rng.normal(size=(3, 3))
        yield Case(f"{short}, huge inputs", dout=rng.normal(size=(3, 3)), x=huge, call=name, extreme=True)
    kink = np.array([[-1.0, 0.0, 2.0], [0.0, -3.0, 0.0]])
    yield Case("relu at zero", dout=rng.uniform(1, 2, size=(2, 3)), x=kink, call="relu_backward", kink=True)
