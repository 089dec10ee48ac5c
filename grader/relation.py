"""What a wrong array has to do with the right one: a factor, an offset, axes, order, one slice, an argument."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from grader import factors
from grader.sandbox import wire

Array = np.ndarray[Any, Any]
MAX_AXES = 5


@dataclass(frozen=True)
class Relation:
    """A relation in a few words, and as a sentence about "your result".

    kind     what kind of relation it is, whatever the figures
    figure   the number in it, if there is one
    named    whether that number is known by a name: that of a "constant", or of a "size" or argument of the inputs
    """

    short: str
    sentence: str
    kind: str = ""
    figure: float | None = None
    named: Literal["", "constant", "size"] = ""

    def agrees(self, other: Relation | None) -> bool:
        """Whether the same mistake may have led to the other relation, on other inputs."""
        if other is None or (self.kind or self.short) != (other.kind or other.short):
            return False
        if self.figure is None or other.figure is None or self.named == "size":
            return self.named != "size" or other.named != ""
        return math.isclose(self.figure, other.figure, rel_tol=1e-5)


def relation(wanted: Array, got: Array, inputs: dict[str, Any]) -> Relation | None:
    """Return what a wrong array has to do with the right one, or None."""
    if got.shape != wanted.shape:
        return _reshaped(wanted, got)
    if not (np.isfinite(got).all() and np.isfinite(wanted).all()):
        return None
    return next((found for found in (look(wanted, got, inputs) for look in _LOOKS) if found is not None), None)


def close(one: Array, other: Array) -> bool:
    """Whether two arrays are equal to about six digits of the second one's size."""
    scale = float(np.abs(other).max(initial=0.0))
    return bool((np.abs(one - other) <= 1e-6 * scale + 1e-30).all())


def _reshaped(wanted: Array, got: Array) -> Relation | None:
    for axes in _axis_orders(got.ndim) if got.ndim == wanted.ndim else ():
        if got.transpose(axes).shape == wanted.shape and close(got.transpose(axes), wanted):
            return _transposed(axes)
    if got.size == wanted.size and close(got.reshape(wanted.shape), wanted):
        return Relation("right values, another shape", "The values are right; only the shape is not.")
    return _repeated(wanted, got)


def _repeated(wanted: Array, got: Array) -> Relation | None:
    """Whether one of the two is the other, broadcast."""
    try:
        same = got.size > wanted.size > 0 and close(got, np.broadcast_to(wanted, got.shape))
    except ValueError:
        return None
    text = "The values are right, but repeated along an axis that should not be there."
    return Relation("right values, repeated along an axis", text) if same else None


def _axis_orders(ndim: int) -> Iterator[tuple[int, ...]]:
    """Yield the orders of axes other than the given one, the full reversal first."""
    if 2 <= ndim <= MAX_AXES:
        plain, back = tuple(range(ndim)), tuple(range(ndim))[::-1]
        yield back
        yield from (axes for axes in itertools.permutations(plain) if axes not in (plain, back))


def _transposed(axes: tuple[int, ...]) -> Relation:
    if len(axes) == 2:
        return Relation("transposed", "Your result is the transpose of the right one.")
    order = ", ".join(str(axis) for axis in axes)
    return Relation(
        f"axes in another order ({order})", f"Your result has its axes in another order: ({order}) is right."
    )


def _digits(wanted: Array, got: Array, _: Any) -> Relation | None:
    if not close(got, wanted):
        return None
    text = "Your result is right to about 7 digits: a small number is added, or something is in single precision."
    return Relation("right to about 7 digits only", text)


def _nothing(wanted: Array, got: Array, _: Any) -> Relation | None:
    if got.any() or not wanted.any():
        return None
    return Relation("all zeros", "Your result is the right one times 0, that is 0 everywhere.")


def _turned(wanted: Array, got: Array, _: Any) -> Relation | None:
    for axes in _axis_orders(got.ndim):
        if got.transpose(axes).shape == wanted.shape and close(got.transpose(axes), wanted):
            return _transposed(axes)
    return None


def _ordered(wanted: Array, got: Array, _: Any) -> Relation | None:
    """Look for a reversed, shifted or shuffled axis."""
    for axis, size in enumerate(wanted.shape):
        if size < 2:
            continue
        if close(np.flip(got, axis), wanted):
            text = f"in reverse order along axis {axis}"
            return Relation(text, f"Your result is the right one {text}.")
        for step in (1, -1) if size > 2 else ():
            if close(np.roll(got, step, axis), wanted):
                text = f"shifted by one place along axis {axis}"
                return Relation(text, f"Your result is the right one, {text}.")
        if _shuffled(wanted, got, axis):
            text = f"slices of axis {axis} in the wrong order"
            return Relation(text, f"Your result holds the right slices of axis {axis} in the wrong order.")
    if wanted.ndim >= 1 and wanted.size > 2 and close(np.sort(got, axis=None), np.sort(wanted, axis=None)):
        return Relation("right values in the wrong order", "Your result holds the right values in the wrong order.")
    return None


def _shuffled(wanted: Array, got: Array, axis: int) -> bool:
    if wanted.ndim < 2 or wanted.shape[axis] > 100 or wanted.size == wanted.shape[axis]:
        return False
    ours, theirs = (np.moveaxis(array, axis, 0).reshape(wanted.shape[axis], -1) for array in (got, wanted))
    near = np.abs(ours[:, None] - theirs[None]).max(axis=-1) <= 1e-6 * np.abs(theirs).max(initial=0.0)
    return bool(near.any(axis=0).all() and near.any(axis=1).all())


def _factor(wanted: Array, got: Array, inputs: dict[str, Any]) -> Relation | None:
    large = np.abs(wanted) > 1e-9 * float(np.abs(wanted).max(initial=0.0))
    if not large.any() or not close(np.where(large, 0.0, got), np.zeros_like(got)):
        return None
    ratios = got[large] / wanted[large]
    ratio = float(np.median(ratios))
    if not math.isfinite(ratio) or np.abs(ratios - ratio).max() > 1e-6 * max(abs(ratio), 1e-3):
        return None
    if abs(ratio + 1) < 1e-6:
        return Relation("the wrong sign", "Your result is the right one times -1.")
    name = factors.name(ratio, inputs)
    if wanted.size == 1 and name is None:
        return None
    known = f", that is {name}" if name else ""
    return Relation(
        f"off by a factor of {ratio:.6g}" + (f": {name}" if name else ""),
        f"Your result is the right one times {ratio:.6g}{known}.",
        "factor",
        ratio,
        _naming(name),
    )


def _offset(wanted: Array, got: Array, inputs: dict[str, Any]) -> Relation | None:
    differences = got - wanted
    offset = float(differences.flat[0]) if differences.size else 0.0
    if wanted.size > 1 and offset and np.abs(differences - offset).max() <= 1e-6 * abs(offset):
        name = factors.argument(offset, inputs)
        known = f" ({name})" if name else ""
        text = f"off by {offset:+.6g}{known} everywhere"
        sentence = f"Your result is the right one plus {offset:.6g}{known} everywhere."
        return Relation(text, sentence, "offset", offset, _naming(name))
    return None


def _naming(name: str | None) -> Literal["", "constant", "size"]:
    if name is None:
        return ""
    return "constant" if name.removeprefix("minus ") in factors.CONSTANTS else "size"


def _with_input(wanted: Array, got: Array, inputs: dict[str, Any]) -> Relation | None:
    """Look for an argument that was returned, added, taken away, multiplied or divided by."""
    for path, leaf in wire.leaves(inputs):
        if type(leaf) is not np.ndarray or leaf.dtype.kind != "f" or not leaf.size or not np.isfinite(leaf).all():
            continue
        if leaf.shape == got.shape and got.size > 1 and close(got, leaf):
            return Relation(f"`{path}` as it came in", f"Your result is `{path}` as it came in.")
        found = _combined(wanted, got, leaf, path) if _fits(leaf, got) else None
        if found is not None:
            return found
    return None


def _fits(leaf: Array, got: Array) -> bool:
    """Whether an array broadcasts to a result of more than one value, and is not a constant there."""
    if got.size < 2 or leaf.size < 2 or leaf.ndim > got.ndim:
        return False
    return all(n in (1, m) for n, m in zip(leaf.shape[::-1], got.shape[::-1], strict=False))


def _combined(wanted: Array, got: Array, leaf: Array, path: str) -> Relation | None:
    with np.errstate(all="ignore"):
        ways: list[tuple[str, str, Array]] = [
            (f"plus `{path}`", f"`{path}` is added, and should not be", wanted + leaf),
            (f"minus `{path}`", f"`{path}` is missing, or taken away once too often", wanted - leaf),
            (f"times `{path}`", f"a factor `{path}` is too much", wanted * leaf),
            (f"divided by `{path}`", f"a factor `{path}` is missing", wanted / leaf),
        ]
    for short, what, value in ways:
        if np.isfinite(value).all() and not close(value, wanted) and close(got, value):
            return Relation(f"the right one {short}", f"Your result is the right one {short}: {what}.")
    return None


_FUNCTIONS: tuple[tuple[str, Callable[[Array], Array]], ...] = (
    ("the absolute value of the right one", np.abs),
    ("the square of the right one", np.square),
    ("the square root of the right one", np.sqrt),
    ("1 over the right one", np.reciprocal),
    ("1 minus the right one", lambda y: 1 - y),
    ("the logarithm of the right one", np.log),
    ("exp of the right one", np.exp),
    ("the right one, rounded", np.round),
)


def _function(wanted: Array, got: Array, _: Any) -> Relation | None:
    if wanted.size < 2:
        return None
    with np.errstate(all="ignore"):
        for text, function in _FUNCTIONS:
            value = function(wanted.astype(np.float64))
            if np.isfinite(value).all() and value.any() and close(got, value):
                return Relation(text, f"Your result is {text}.")
    return None


def _partly(wanted: Array, got: Array, _: Any) -> Relation | None:
    """Look for an axis along which only one slice is wrong."""
    wrong = np.abs(got - wanted) > 1e-9 * float(np.abs(wanted).max(initial=0.0)) + 1e-30
    for axis, size in enumerate(wanted.shape):
        others = tuple(other for other in range(wanted.ndim) if other != axis)
        places = np.flatnonzero(wrong.any(axis=others))
        if size > 2 and len(places) == 1 and (wanted.size > size or places[0] in (0, size - 1)):
            text = f"right except at index {places[0]} of axis {axis}"
            return Relation(text, f"Your result is {text}, which has {size}.", "one slice")
    return None


def _normalised(wanted: Array, got: Array, _: Any) -> Relation | None:
    """Look for sums along an axis that are all alike, where they should be along another one."""
    for ours, theirs in itertools.permutations(range(wanted.ndim), 2):
        if wanted.shape[ours] < 2 or wanted.shape[theirs] < 2:
            continue
        mine, right = got.sum(axis=ours), wanted.sum(axis=theirs)
        if not (_constant(mine) and _constant(right) and abs(mine.flat[0] - right.flat[0]) < 1e-6 * abs(right.flat[0])):
            continue
        if not _constant(wanted.sum(axis=ours)):
            text = f"normalised over axis {ours} instead of axis {theirs}"
            return Relation(text, f"Your result is {text}.")
    return None


def _constant(values: Array) -> bool:
    return bool(np.ptp(values) <= 1e-6 * np.abs(values).max(initial=0.0)) and bool(values.any())


_LOOKS = (
    _digits,
    _nothing,
    _turned,
    _factor,
    _offset,
    _with_input,
    _function,
    _normalised,
    _ordered,
    _partly,
)
