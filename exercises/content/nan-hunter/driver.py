"""Builds the layers from their names, and returns the index and the kind that were found."""

import warnings

LAYERS = {
    "double": lambda h: 2 * h,
    "shift": lambda h: h - 3,
    "square": lambda h: h * h,
    "negative": lambda h: -h,
    "reciprocal": lambda h: 1 / h,
    "quotient": lambda h: h / (h * h - h),
    "root": lambda h: h**0.5,
    "overflow": lambda h: h * 1e200 * 1e200,
    "large": lambda h: h * 5e307,
    "small": lambda h: h * 1e-307,
    "difference": lambda h: h - h,
    "sum": lambda h: h * 0 + h.sum(),
    "flatten": lambda h: h.reshape(-1),
}


def drive(solution, layers, x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = solution.first_bad([LAYERS[name] for name in layers], x)
    if found is None:
        return {"index": None, "kind": None}
    index, kind = found
    return {"index": index, "kind": kind}
