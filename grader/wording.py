"""How the grader says things: numbers, shapes, indices, and values that a person can read."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

import numpy as np

from grader.sandbox import wire

MAX_SHOWN = 400


def clean(text: str, limit: int = 500) -> str:
    """Return a learner's text with nothing in it that could move a cursor or break a line."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text[: 2 * limit])
    return " ".join(kept.split())[:limit]


def number(value: Any) -> str:
    """Return a number as a person would write it."""
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (complex, np.complexfloating)):
        return f"{complex(value):.4g}"
    value = float(value)
    if math.isfinite(value) and value == round(value) and abs(value) < 1e6:
        return f"{value:.1f}"
    return f"{value:.4g}"


def pair(expected: Any, actual: Any) -> tuple[str, str]:
    """Return two numbers with as many digits as it takes to tell them apart."""
    if isinstance(expected, complex) or isinstance(actual, complex):
        return number(expected), number(actual)
    for digits in (4, 6, 9, 12, 17):
        texts = f"{float(expected):.{digits}g}", f"{float(actual):.{digits}g}"
        if texts[0] != texts[1]:
            return texts
    return texts


def count(n: int, thing: str) -> str:
    """Return `1 value`, `2 values`."""
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def names(items: list[str]) -> str:
    """Return names as code, with commas."""
    return ", ".join(f"`{item}`" for item in items)


def readable(value: Any) -> dict[str, Any]:
    """Return a value as it is shown: dtype, shape, nested lists with nan and inf as strings, at most 400 values."""
    if type(value) is wire.Bfloat16:
        return readable(value.widened()) | {"dtype": "bfloat16"}
    if type(value) is np.ndarray:
        return _readable_array(value)
    if type(value) is wire.Opaque:
        return {"dtype": value.type, "shape": list(value.shape) if value.shape is not None else None, "values": None}
    if type(value) is wire.Seed:
        return {"dtype": "generator", "shape": None, "values": f"seed {value.seed}"}
    if type(value) in (list, tuple, dict):
        return _readable_container(value)
    if type(value) in (float, complex) or (type(value) is int and abs(value) >= 1 << 53):
        return {"dtype": type(value).__name__, "shape": [], "values": _finite(value)}
    if type(value) is str:
        return {"dtype": "str", "shape": [], "values": clean(value)}
    return {"dtype": type(value).__name__, "shape": [], "values": value if type(value) is not bytes else None}


def named(value: Any, names: list[str]) -> dict[str, Any]:
    """Return the outputs of a call by their names, each as it is shown."""
    if type(value) in (list, tuple) and len(value) == len(names) > 1:
        return {name: readable(item) for name, item in zip(names, value, strict=True)}
    if type(value) is dict and value:
        return {clean(key, 60): readable(item) for key, item in list(value.items())[:20]}
    return {names[0]: readable(value)}


def _readable_array(value: np.ndarray[Any, Any]) -> dict[str, Any]:
    shown = {"dtype": value.dtype.name, "shape": list(value.shape)}
    if value.size <= MAX_SHOWN:
        plain = value.dtype == np.bool_ or (value.dtype.kind == "f" and bool(np.isfinite(value).all()))
        return shown | {"values": value.tolist() if plain else _nested(value.tolist())}
    return shown | {"values": _nested(value.reshape(-1)[:MAX_SHOWN].tolist()), "truncated": True}


def _readable_container(value: Any) -> dict[str, Any]:
    found = wire.leaves(value)
    parts = {clean(path, 60) or "value": readable(leaf) for path, leaf in found[:50]}
    return {"dtype": type(value).__name__, "shape": None, "values": parts, "truncated": len(found) > 50}


def _nested(value: Any) -> Any:
    return [_nested(item) for item in value] if isinstance(value, list) else _finite(value)


def _finite(value: Any) -> Any:
    if isinstance(value, complex):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 1 << 53 else str(value)
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def article(noun: str) -> str:
    """Return a noun with its article."""
    return f"an {noun}" if noun[:1] in tuple("aeiouAEIOU") else f"a {noun}"
