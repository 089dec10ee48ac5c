"""Bias and variance: several training sets, one training set, one point, no noise, a large offset."""

from grader.cases import Case, exact
from nnref.numpy import bias_variance as reference

arguments = {"noise_var": exact}
outputs = ("bias2", "var", "total")
without = {"autograd": "an estimate for a report, not a loss"}


def cases(rng):
    def models(s, n, offset=0.0, noise_var=0.25):
        f = rng.normal(size=n)
        preds = f + 0.5 * rng.normal(size=n) + offset + rng.normal(size=(s, n))
        return dict(preds=preds, f_true=f, noise_var=noise_var)

    yield Case("several models", **models(5, 4), sample=True)
    yield Case("square", **models(4, 4, noise_var=0.5), sample=True)
    yield Case("biased models", **models(7, 3, offset=2.0))
    yield Case("one training set", **models(1, 5))
    yield Case("one point", **models(6, 1))
    yield Case("no noise", **models(3, 6, noise_var=0.0))
