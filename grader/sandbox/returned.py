"""What a learner's call gave, as plain data: results as values of the wire, exceptions by their own lines.

The objects here are the learner's: any method of theirs may lie, raise or never end, so only exact types are opened.
"""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np

from grader.sandbox import wire

try:
    from grader.sandbox import tensors
except ImportError:  # the NumPy profile has no PyTorch on its mount
    tensors = None  # type: ignore[assignment]

SOLUTION = "solution.py"
MAX_DEPTH, MAX_VALUES, MAX_BYTES, MAX_TEXT = 12, 20_000, 16 << 20, 2_000
MAX_FRAMES = 5


class Forbidden(Exception):
    """A name that the exercise does not allow was used."""


_KINDS = {
    "Forbidden": Forbidden,
    "MemoryError": MemoryError,
    "NotImplementedError": NotImplementedError,
    "SyntaxError": SyntaxError,
    "SystemExit": SystemExit,
    "ImportError": ImportError,
}


class _TooManyValues(Exception):
    pass


class _Room:
    """How much one result may still hold."""

    def __init__(self) -> None:
        self.values, self.bytes = MAX_VALUES, MAX_BYTES

    def take(self, size: int) -> bool:
        self.values -= 1
        self.bytes -= size
        if self.values < 0:
            raise _TooManyValues
        return self.bytes >= 0


def result(output: Any, tensors_only: bool) -> Any:
    """Return what a function returned as a value of the wire."""
    try:
        return plain(output, _Room(), tensors_only)
    except _TooManyValues:
        return wire.Opaque("result with too many values")


def plain(value: Any, room: _Room, tensors_only: bool = False, depth: int = 0) -> Any:
    """Return a result as a value of the wire; what has no place there as its type's name."""
    kind = type(value)
    if kind in (bool, float, complex, type(None)) or (kind is int and value.bit_length() < 500):
        room.take(8)
        return value
    if kind is str:
        return value[:MAX_TEXT] if room.take(len(value)) else wire.Opaque("str")
    if isinstance(value, (list, tuple, dict)) and depth < MAX_DEPTH:
        return _plain_container(value, room, tensors_only, depth + 1)
    if tensors is not None and tensors.is_tensor(value):
        value = tensors.to_array(value)
        return value if type(value) is wire.Opaque else _plain_array(value, room)
    if kind is np.ndarray and not tensors_only:
        return _plain_array(value, room)
    if isinstance(value, np.generic) and kind.__module__ == "numpy":
        return _plain_array(np.asarray(value), room)
    if inspect.iscoroutine(value):
        value.close()
    return wire.Opaque(_type_name(kind), None)


def _plain_container(value: Any, room: _Room, tensors_only: bool, depth: int) -> Any:
    room.take(8)
    if isinstance(value, dict):
        items = list(dict.items(value))[:MAX_VALUES]
        return {_key(key): plain(item, room, tensors_only, depth) for key, item in items}
    items = list(list.__iter__(value) if isinstance(value, list) else tuple.__iter__(value))
    converted = [plain(item, room, tensors_only, depth) for item in items]
    return converted if isinstance(value, list) else tuple(converted)


def _key(key: Any) -> str:
    return key[:MAX_TEXT] if type(key) is str else text(key)


def _plain_array(value: Any, room: _Room) -> Any:
    array = value.bits if type(value) is wire.Bfloat16 else value
    if array.dtype.newbyteorder("=") in wire.DTYPES and array.ndim <= wire.MAX_NDIM and room.take(array.nbytes):
        return value
    return wire.Opaque(f"{array.dtype.name} array", array.shape[:64])


def describe(error: BaseException) -> dict[str, Any]:
    """Return an exception as plain data: type, message, and the lines of the learner's own frames, innermost last."""
    lines: list[tuple[int, str]] = []
    trace, steps = error.__traceback__, 0
    while trace is not None and steps < 5000:
        if trace.tb_frame.f_code.co_filename == SOLUTION:
            lines = [*lines[1 - MAX_FRAMES :], (trace.tb_lineno, trace.tb_frame.f_code.co_name[:100])]
        trace, steps = trace.tb_next, steps + 1
    if isinstance(error, SyntaxError) and error.filename == SOLUTION and error.lineno:
        lines = [(error.lineno, "")]
    kinds = [name for name, kind in _KINDS.items() if isinstance(error, kind)]
    return {"type": _type_name(type(error)), "kinds": kinds, "message": text(error), "lines": lines}


def _type_name(kind: type) -> str:
    try:
        return str.__getitem__(kind.__name__, slice(100))
    except BaseException:
        return "object"


_long_winded: set[type] = set()


def text(value: Any) -> str:
    """Return a value as a string, an exact one whatever `__str__` does; of a type with huge ones, only the first."""
    if type(value) in _long_winded:
        return ""
    try:
        told = str(value)
        if str.__len__(told) > 100 * MAX_TEXT:
            _long_winded.add(type(value))
        return str.__getitem__(told, slice(MAX_TEXT))  # an exact str, whatever `__str__` returns
    except BaseException:
        return ""


def signature(function: Any) -> str:
    """Return how a function is called, as far as it can be told."""
    try:
        return str(inspect.signature(function))[:200]
    except BaseException:
        return ""
