"""How far a right answer may be from the reference: by the dtype's roundoff, the output's size, and its condition.

    tol_i = C u g(n) (|y_i| + max|y| + A_i) + floor, and C u g(n) where y is exactly 0 throughout

y is the float64 reference, A_i its measured response to relative noise of the inputs, n the longest reduction. Float64
right answers lie within a few u of the reference and wrong ones beyond 1e-9, so nothing here needs to be delicate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Precision:
    """A floating-point format: unit roundoff, the constant C, the floor below which differences mean nothing."""

    roundoff: float
    constant: float
    floor: float


PRECISIONS = {
    "float64": Precision(2.0**-53, 2.0**13, 1e-30),
    "float32": Precision(2.0**-24, 64.0, 1e-30),
    "a float32 buffer": Precision(2.0**-24, 4.0, 1e-30),  # one rounding to float32 in an otherwise float64 computation
    "float16": Precision(2.0**-11, 16.0, 6e-8),
    "bfloat16": Precision(2.0**-8, 16.0, 1e-30),
}
EXTREME = 1e-3


def tolerance(expected: Array, response: Array | float, dtype: str, terms: int) -> Array:
    """Return the allowed difference for each element of an output."""
    precision = PRECISIONS[dtype]
    size = _size(expected)
    largest = float(size.max(initial=0.0))
    unit = _unit(precision, terms)
    if largest == 0.0:  # a right formula may cancel to a few u instead of to 0
        return np.full(expected.shape, unit + precision.floor) + unit * response
    return unit * size + unit * largest + unit * response + precision.floor  # no sum that could overflow


def allowed_everywhere(expected: Array, dtype: str, terms: int) -> float:
    """Return a difference that `tolerance` allows at every element, found in a fraction of its time; nan for no number.

    Most right answers are within it, and an output with nan or inf never is.
    """
    largest = float(np.maximum.reduce(np.abs(expected), axis=None, initial=0.0))
    return _unit(PRECISIONS[dtype], terms) * largest if math.isfinite(largest) else math.nan


def _unit(precision: Precision, terms: int) -> float:
    return precision.constant * precision.roundoff * max(1.0, math.sqrt(terms / 64))


def loose(expected: Array) -> Array:
    """Return the allowed difference in reduced precision at huge or tiny values: 1e-3 of the largest value."""
    return np.full(expected.shape, EXTREME * float(_size(expected).max(initial=0.0)) + PRECISIONS["float32"].floor)


def _size(expected: Array) -> Array:
    finite = np.isfinite(expected)
    return np.abs(expected if finite.all() else np.where(finite, expected, 0.0))
