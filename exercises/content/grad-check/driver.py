"""Checks gradients by name, right and wrong ones, of the functions of `x` that belong to them."""


def weights(x):
    """Return other weights for each entry, in the framework of `x`: 1, 2, 3... in row-major order."""
    return (x.reshape(-1) * 0 + 1).cumsum(0).reshape(x.shape)


def cubic(x):
    return (weights(x) * x * x * x).sum() / 3


def cubic_slope(x):
    return weights(x) * x * x


def half(x):
    """A function of the first half of the rows."""
    return (x[: len(x) // 2] ** 3).sum() / 3


def half_slope(x):
    slope = x * x
    slope[len(x) // 2 :] = 0
    return slope


def changed(x, change):
    """Return the slope of `cubic` with its last entry changed."""
    slope = cubic_slope(x)
    slope[(-1,) * x.ndim] = change(slope[(-1,) * x.ndim])
    return slope


def uneven(x):
    return (weights(x) ** 4 * x**3).sum() / 3


def uneven_slope(x, first=1.0):
    """Return the slope of `uneven`, whose entries differ by hundreds, with a factor on its first and smallest entry."""
    slope = weights(x) ** 4 * x**2
    slope[(0,) * x.ndim] = slope[(0,) * x.ndim] * first
    return slope


CHECKS = {
    "right": (cubic, cubic_slope),
    "right, zeros": (half, half_slope),
    "right, large": (lambda x: 1e7 * cubic(x), lambda x: 1e7 * cubic_slope(x)),
    "right, tiny": (lambda x: 1e-6 * cubic(x), lambda x: 1e-6 * cubic_slope(x)),
    "right, steep": (lambda x: ((x + 0.4) ** 60).sum(), lambda x: 60 * (x + 0.4) ** 59),
    "right, negative": (lambda x: -cubic(x), lambda x: -cubic_slope(x)),
    "nothing flows": (cubic, lambda x: x * 0),
    "nothing flows, tiny": (lambda x: 1e-6 * cubic(x), lambda x: x * 0),
    "twice": (cubic, lambda x: 2 * cubic_slope(x)),
    "one sign": (cubic, lambda x: changed(x, lambda last: -last)),
    "one entry, a little": (cubic, lambda x: changed(x, lambda last: last * 1.001)),
    "one entry, just too much": (cubic, lambda x: changed(x, lambda last: last * (1 + 3e-5))),
    "one entry, just little enough": (cubic, lambda x: changed(x, lambda last: last * (1 + 1.5e-5))),
    "below the floor, too much": (lambda x: 1e-10 * cubic(x), lambda x: 1e-10 * changed(x, lambda last: last + 1.5e-3)),
    "below the floor": (lambda x: 1e-10 * cubic(x), lambda x: 1e-10 * changed(x, lambda last: last + 0.7e-3)),
    "the smallest entry": (uneven, lambda x: uneven_slope(x, 1.001)),
    "swapped": (cubic, lambda x: cubic_slope(x).reshape(-1)[list(range(1, x.reshape(-1).shape[0])) + [0]].reshape(x.shape)),
    "not a number": (cubic, lambda x: changed(x, lambda last: last * float("nan"))),
}


def drive(solution, check, x, tol=None):
    f, grad = CHECKS[check]
    return bool(solution.check_gradient(f, grad, x + 0, *(() if tol is None else (tol,))))
