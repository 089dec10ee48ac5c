"""What runs in a learner's jail: load the source, call its functions as the plan says, and send back what they returned.

Everything here is at the mercy of the learner's code. What is sent is a claim; the parent checks it (grader.compare).
"""

from __future__ import annotations

import inspect
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.sandbox import wire

try:
    from grader.sandbox import tensors
except ImportError:  # the NumPy profile has no PyTorch on its mount
    tensors = None  # type: ignore[assignment]

SOLUTION, DRIVER = "solution.py", "driver.py"
MAX_DEPTH, MAX_VALUES, MAX_BYTES, MAX_TEXT = 12, 20_000, 16 << 20, 2_000
MAX_FRAMES, MAX_WARNINGS = 5, 5

Send = Callable[[bytes], None]


class Forbidden(Exception):
    """A name that the exercise does not allow was used."""


def run(payload: bytes, send: Send) -> None:
    """Run each source of the plan and send a frame for each call, then the end mark."""
    plan = wire.decode(payload)
    sources = plan["sources"]
    if plan["framework"] == "torch" and plan["by_hand"]:
        tensors.forbid_autograd(Forbidden)
    for number, source in enumerate(sources):
        _Attempt(plan, number, source, send).run()
    _flush()
    send(wire.END)


_KINDS = {
    "Forbidden": Forbidden,
    "MemoryError": MemoryError,
    "NotImplementedError": NotImplementedError,
    "SyntaxError": SyntaxError,
    "SystemExit": SystemExit,
    "ImportError": ImportError,
}


class _Attempt:
    """One source under one plan."""

    def __init__(self, plan: dict[str, Any], number: int, source: str, send: Send) -> None:
        self.plan, self.number, self.source, self.emit = plan, number, source, send
        self.torch: bool = plan["framework"] == "torch"
        self.warnings: list[tuple[int, str]] = []
        self.drive: Any = None

    def send(self, **claims: Any) -> None:
        self.emit(wire.frame({"source": self.number, **claims}))

    def run(self) -> None:
        warnings.showwarning = self._warned
        module = types.ModuleType("solution")
        sys.modules["solution"] = module
        try:
            exec(compile(self.source, SOLUTION, "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            self.send(stage="load", error=describe(error))
            return
        missing = [name for name in self.plan["entry"] if not callable(module.__dict__.get(name))]
        if missing:
            defined = [name for name, value in module.__dict__.items() if callable(value) and type(name) is str]
            self.send(stage="entry", missing=missing, defined=defined[:200])
            return
        self.send(loaded=True)
        if self.plan["driver"] is not None:
            driver = types.ModuleType("driver")
            exec(compile(self.plan["driver"], DRIVER, "exec", dont_inherit=True), driver.__dict__)
            self.drive = driver.__dict__["drive"]
        for call in self.plan["runs"]:
            self._call(module, call)
            _flush()

    def _call(self, module: types.ModuleType, call: dict[str, Any]) -> None:
        given = self.plan["inputs"][call["inputs"]]
        lane, mutable = call["lane"], self.plan["mutable"]
        self.warnings = []
        ops: list[tuple[str, int]] = []
        build = tensors.build if self.torch else _build
        inputs = {name: build(value, lane, name in mutable) for name, value in given.items()}
        before = [(path, leaf, _bytes(leaf)) for path, leaf in wire.leaves(inputs) if _is_array(leaf)]
        random_state = _random_state(self.torch) if call["random"] else None
        claims: dict[str, Any] = {"run": call["id"]}
        try:
            if lane == "gradient":
                output = tensors.gradients(lambda: self._invoke(module, call, inputs), inputs, call, [*self.plan["exact"], *mutable])
            elif lane == "plain" and self.torch and self.plan["record"]:
                with tensors.recorded(ops, SOLUTION):
                    output = self._invoke(module, call, inputs)
            else:
                output = self._invoke(module, call, inputs)
            claims["output"] = _result(output, self.torch and self.drive is None)
        except BaseException as error:
            claims["error"] = describe(error)
            if claims["error"]["type"] == "TypeError" and not claims["error"]["lines"]:
                claims["error"]["signature"] = _signature(module.__dict__.get(call["call"]))
        if lane != "gradient":
            claims["changed"] = [path for path, leaf, was in before if _bytes(leaf) != was and _root(path) not in mutable]
        if random_state is not None:
            claims["global_random"] = _random_state(self.torch) != random_state
        self.send(warnings=list(self.warnings), operations=ops[:200], **claims)

    def _invoke(self, module: types.ModuleType, call: dict[str, Any], inputs: dict[str, Any]) -> Any:
        if self.drive is not None:
            return self.drive(module, **inputs)
        return module.__dict__[call["call"]](*inputs.values())

    def _warned(self, message: Any, category: Any, filename: str, lineno: int, *_: Any) -> None:
        if filename == SOLUTION and len(self.warnings) < MAX_WARNINGS:
            self.warnings.append((lineno, _text(message)))


def _root(path: str) -> str:
    return path.replace("[", ".").split(".", 1)[0]


def _is_array(value: Any) -> bool:
    return type(value) is np.ndarray or (tensors is not None and tensors.is_tensor(value))


def _bytes(array: Any) -> tuple[Any, bytes]:
    """Return shape and values of an argument, to see whether a call changed them."""
    if type(array) is not np.ndarray:
        return tensors.fingerprint(array)
    return array.shape, array.tobytes()


def _random_state(torch: bool) -> bytes:
    name, keys, position, *_ = np.random.get_state()
    state = keys.tobytes() + bytes(str(position), "ascii")
    return state + tensors.random_state() if torch else state


def _build(value: Any, lane: str, mutable: bool) -> Any:
    """Return an argument of a call: a fresh copy in the dtype and layout of the lane."""
    if type(value) is np.ndarray:
        return _array(value, lane, mutable)
    if type(value) is wire.Seed:
        return np.random.default_rng(value.seed)
    if type(value) in (list, tuple):
        return type(value)(_build(item, lane, mutable) for item in value)
    if type(value) is dict:
        return {key: _build(item, lane, mutable) for key, item in value.items()}
    return value


def _array(value: np.ndarray[Any, Any], lane: str, mutable: bool) -> np.ndarray[Any, Any]:
    if lane == "float32" and value.dtype == np.float64:
        return value.astype(np.float32)
    if lane != "layout":
        return value.copy()
    array = np.asfortranarray(value) if value.ndim > 1 else np.repeat(value, 2)[::2].reshape(value.shape)
    array = array.copy(order="K") if array is value else array
    array.flags.writeable = mutable
    return array


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


def _result(output: Any, tensors_only: bool) -> Any:
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
    return key[:MAX_TEXT] if type(key) is str else _text(key)


def _plain_array(value: Any, room: _Room) -> Any:
    array = value.bits if type(value) is wire.Bfloat16 else value
    if array.dtype.newbyteorder("=") in wire.DTYPES and array.ndim <= wire.MAX_NDIM and room.take(array.nbytes):
        return value
    return wire.Opaque(f"{array.dtype.name} array", array.shape[:64])


def describe(error: BaseException) -> dict[str, Any]:
    """Return an exception as plain data: its type, its message, and the lines of the learner's own frames, the innermost last."""
    lines: list[tuple[int, str]] = []
    trace, steps = error.__traceback__, 0
    while trace is not None and steps < 5000:
        if trace.tb_frame.f_code.co_filename == SOLUTION:
            lines = [*lines[1 - MAX_FRAMES :], (trace.tb_lineno, trace.tb_frame.f_code.co_name[:100])]
        trace, steps = trace.tb_next, steps + 1
    if isinstance(error, SyntaxError) and error.filename == SOLUTION and error.lineno:
        lines = [(error.lineno, "")]
    kinds = [name for name, kind in _KINDS.items() if isinstance(error, kind)]
    return {"type": _type_name(type(error)), "kinds": kinds, "message": _text(error), "lines": lines}


def _type_name(kind: type) -> str:
    try:
        return str.__getitem__(kind.__name__, slice(100))
    except BaseException:
        return "object"


def _text(value: Any) -> str:
    try:
        return str.__getitem__(str(value), slice(MAX_TEXT))  # an exact str, whatever `__str__` returns
    except BaseException:
        return ""


def _signature(function: Any) -> str:
    try:
        return str(inspect.signature(function))[:200]
    except BaseException:
        return ""


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # the learner may have replaced or closed it
            continue
