"""Log-sum-exp and log-softmax: square and rectangular, any axis, huge logits, rows far apart, unlikely classes."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import log_softmax, logsumexp

references = {"logsumexp": logsumexp, "log_softmax": log_softmax}
arguments = {"axis": exact}


def cases(rng):
    far = rng.normal(size=(3, 5)) + rng.permutation([[-2e3], [0.0], [2e3]])
    huge = rng.choice([-1e3, 1e3], size=(3, 4)) + rng.normal(size=(3, 4))
    unlikely = rng.permutation(np.array([0.0, -24.0, -26.0, -28.0, 1.0])) + rng.normal(0, 0.3, (2, 5))
    yield Case("sums: square", x=rng.normal(size=(4, 4)), sample=True)
    yield Case("sums: one vector", x=rng.normal(size=6))
    yield Case("sums: middle axis", x=rng.normal(size=(2, 3, 2)), axis=1)
    yield Case("sums: a lone axis in between", x=rng.normal(size=(2, 1, 5)))
    yield Case("sums: huge logits", x=huge, extreme=True)
    yield Case("sums: rows far apart", x=far, extreme=True)
    yield Case("logs: rows", call="log_softmax", x=rng.normal(size=(3, 5)), sample=True)
    yield Case("logs: square", call="log_softmax", x=rng.normal(size=(3, 3)))
    yield Case("logs: three axes", call="log_softmax", x=rng.normal(size=(2, 3, 4)))
    yield Case("logs: first axis", call="log_softmax", x=rng.normal(size=(3, 2)), axis=0)
    yield Case("logs: unlikely classes", call="log_softmax", x=unlikely)
    yield Case("logs: huge logits", call="log_softmax", x=huge, extreme=True)
    yield Case("logs: rows far apart", call="log_softmax", x=far, extreme=True)
