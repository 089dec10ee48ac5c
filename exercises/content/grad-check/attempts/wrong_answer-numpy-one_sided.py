"""You take one-sided differences: their error is of the order of the step itself, so right gradients of a curved function fail; take (f(x + h) - f(x - h)) / 2h."""

import numpy as np


def check_gradient(f, grad, x, tol=1e-5):
    h = 1e-5
    a = np.asarray(grad(x.copy()))
    n = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        ix = it.multi_index
        xp, xm = x.copy(), x.copy()
        xp[ix] += h
        xm[ix] -= h
        n[ix] = (f(xp) - f(x)) / h
    err = np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))
    return bool(np.all(err <= tol))
