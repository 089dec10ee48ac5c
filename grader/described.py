"""What a result is and how it differs, as a person would say it."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import wording
from grader.sandbox import wire


def thing(value: Any, array: str = "array") -> str:
    """Return what a value is; `array` is the word for an array."""
    if type(value) is np.ndarray:
        return f"{wording.article(array)} of shape {value.shape}"
    if type(value) is wire.Bfloat16:
        return f"a bfloat16 tensor of shape {value.bits.shape}"
    if type(value) is wire.Opaque:
        return _opaque(value)
    if type(value) is bytes:
        return "bytes"
    if type(value) is tuple:
        return f"a tuple of {len(value)}"
    if type(value) in (list, dict):
        return f"a {type(value).__name__}"
    return repr(wording.clean(value, 60)) if type(value) is str else wording.clean(repr(value), 60)


def _opaque(value: wire.Opaque) -> str:
    name = wording.clean(value.type, 80)
    if name == "coroutine":
        return "a coroutine; write `def`, not `async def`"
    if name == "generator":
        return "a generator; use `return`, not `yield`"
    if name == "object array":
        return "an array of objects; are its rows of different lengths?"
    if name in ("ndarray", "NoneType"):
        return "a NumPy array" if name == "ndarray" else "None"
    shape = f" of shape {value.shape}" if value.shape is not None else ""
    return f"{wording.article(name)}{shape}"


def differing(wrong: int, size: int, index: tuple[int, ...], text: str, *, first: bool = False) -> str:
    """Return `3 of 4 values differ; largest at (1, 1): expected 1.0, got 2.0`."""
    if size == 1 and not index:
        return text
    verb = "differs" if wrong == 1 else "differ"
    return f"{wrong} of {wording.count(size, 'value')} {verb}; {'first' if first else 'largest'} at {index}: {text}"


def upcast_remark(label: str) -> str:
    """Return the remark on a float64 output for float32 input."""
    causes = "`np.zeros(...)` without dtype, `np.sqrt(5)`"
    return f"`{label}` is float64 for float32 input: somewhere a float64 array or NumPy scalar takes part ({causes})."


def float32_remark(label: str, framework: str) -> str:
    """Return the remark on an output that is right to seven digits only."""
    causes = "`torch.zeros(...)` without dtype, `.float()`" if framework == "torch" else "`np.float32`, `astype`"
    return f"`{label}` agrees only to float32 precision, about 7 digits: something is in single precision ({causes})."
