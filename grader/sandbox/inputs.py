"""What is done to the inputs of a case before the reference sees them: made sendable, copied, rounded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader import cases as vocabulary
from grader.sandbox import wire

try:
    from grader.sandbox import tensors
except ImportError:  # the profile without PyTorch
    tensors = None  # type: ignore[assignment]

NOISE = 2.0**-26


def is_float(leaf: Any) -> bool:
    """Whether a value is a float or an array of floats."""
    return type(leaf) is float or (type(leaf) is np.ndarray and leaf.dtype.kind == "f")


def sendable(value: Any) -> Any:
    """Return an author's value as one of the wire."""
    if isinstance(value, np.generic):
        return np.asarray(value)
    if isinstance(value, vocabulary.Generator):
        return wire.Seed(value.seed)
    if isinstance(value, (list, tuple)):
        items = [sendable(item) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(key): sendable(item) for key, item in value.items()}
    if tensors is not None and tensors.is_tensor(value):
        return tensors.to_array(value)
    return value


def fresh(value: Any) -> Any:
    """Return a copy that a call may change: arrays of their own, generators from their seeds."""
    if type(value) is np.ndarray:
        return value.copy()
    if type(value) is wire.Seed:
        return np.random.default_rng(value.seed)
    if type(value) in (list, tuple):
        return type(value)(fresh(item) for item in value)
    if type(value) is dict:
        return {key: fresh(item) for key, item in value.items()}
    return value


def rounded(value: Any, dtype: str = "float32") -> Any:
    """Return a value with its float64 arrays rounded to a narrower dtype, still as float64."""
    if dtype == "bfloat16":
        return _changed(value, lambda array: np.asarray(_to_bfloat16(array), np.float64))
    return _changed(value, lambda array: np.asarray(array.astype(dtype), np.float64))


def narrowed(value: Any, dtype: str = "float32") -> Any:
    """Return a value with its float64 arrays in a narrower dtype."""
    return _changed(value, lambda array: array.astype(dtype))


def _changed(value: Any, change: Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]]) -> Any:
    """Return a value with its float64 arrays changed; what is too large for a narrower dtype becomes infinite."""
    if type(value) is np.ndarray and value.dtype == np.float64:
        with np.errstate(over="ignore"):
            return change(value)
    if type(value) in (list, tuple):
        return type(value)(_changed(item, change) for item in value)
    if type(value) is dict:
        return {key: _changed(item, change) for key, item in value.items()}
    return value


def _to_bfloat16(value: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return finite values rounded to bfloat16 (to even), as float32."""
    bits = value.astype(np.float32).view(np.uint32)
    even = (bits >> 16) & 1
    return np.asarray((bits + 0x7FFF + even) & np.uint32(0xFFFF0000)).view(np.float32)


def is_noisy(leaf: Any, mark: vocabulary.Mark | None) -> bool:
    """Whether an input may be moved a little: float arrays unless marked exact, float numbers only where marked."""
    if type(leaf) is float:
        return mark is not None and mark.noisy and not mark.mutable
    return is_float(leaf) and (mark is None or mark.noisy)


def with_noise(value: Any, mark: vocabulary.Mark | None, rng: np.random.Generator) -> Any:
    """Return an input with relative noise of random signs."""
    if type(value) in (list, tuple):
        return type(value)(with_noise(item, mark, rng) for item in value)
    if type(value) is dict:
        return {key: with_noise(item, mark, rng) for key, item in value.items()}
    if not is_noisy(value, mark):
        return value
    moved = value * (1 + NOISE * rng.choice([-1.0, 1.0], np.shape(value)))
    return float(moved) if type(value) is float else np.asarray(moved)
