"""What runs in a jail while solutions are timed: it draws, loads and calls when told to, and looks at no clock.

The learner's function and the reference each have a child of their own, in their own profiles, and the worker asks both
the same in turn: so the two are interleaved on the same inputs, and yet the reference is nowhere where a learner's code
runs. Times are taken outside, by the kernel's count of each child's CPU time.
"""

from __future__ import annotations

import functools
import os
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.sandbox import protocol, wire
from grader.sandbox.harness import DRIVER, _build
from grader.sandbox.returned import SOLUTION, result

try:
    from grader.sandbox import author, inputs
except ImportError:  # a learner's jail holds neither
    author = inputs = None  # type: ignore[assignment]
try:
    from grader.sandbox import tensors
except ImportError:  # the profiles without PyTorch
    tensors = None  # type: ignore[assignment]

Call = Callable[[], Any]
MAX_QUESTION_BYTES = 16 << 20


def run(payload: bytes, send: Callable[[bytes], None]) -> None:
    """Answer questions until there are no more: ("draw", seeds), ("load", calls), ("go", None), ("give", number)."""
    request = wire.decode(payload)
    player = _Reference(request) if "files" in request else _Learner(request)
    calls: list[Call] = []
    outputs: list[Any] = []
    send(wire.frame("ready"))
    while (question := _question()) is not None:
        kind, about = question
        answer: Any = None
        if kind == "draw" and isinstance(player, _Reference):
            answer = [case for seed in about for case in player.draw(seed)]
        elif kind == "load":
            outputs, calls = [], [player.call(item["call"], item["inputs"]) for item in about]
        elif kind == "go":
            outputs = [call() for call in calls]
        elif kind == "give":
            answer = player.plain(outputs[about])
        send(wire.frame(answer))


def _question() -> tuple[str, Any] | None:
    head = _read(4)
    size = int.from_bytes(head, "little")
    if len(head) < 4 or size > MAX_QUESTION_BYTES:
        return None
    kind, about = wire.decode(_read(size))
    return kind, about


def _read(size: int) -> bytes:
    parts = []
    while size and (part := os.read(protocol.PAYLOAD, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _arguments(framework: str, given: dict[str, Any]) -> dict[str, Any]:
    build = tensors.build if framework == "torch" else _build
    return {name: build(value, "plain", True) for name, value in given.items()}


class _Learner:
    """The learner's functions."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.framework: str = request["framework"]
        self.module = types.ModuleType("solution")
        sys.modules["solution"] = self.module
        exec(compile(request["source"], SOLUTION, "exec", dont_inherit=True), self.module.__dict__)
        self.drive: Any = None
        if request["driver"] is not None:
            driver = types.ModuleType("driver")
            exec(compile(request["driver"], DRIVER, "exec", dont_inherit=True), driver.__dict__)
            self.drive = driver.__dict__["drive"]

    def call(self, name: str, given: dict[str, Any]) -> Call:
        built = _arguments(self.framework, given)
        if self.drive is not None:
            return functools.partial(self.drive, self.module, **built)
        return functools.partial(self.module.__dict__[name], *built.values())

    def plain(self, output: Any) -> Any:
        return result(output, False)


class _Reference:
    """The reference of a folder, in NumPy or in PyTorch, called as a learner's function is."""

    def __init__(self, request: dict[str, Any]) -> None:
        self.framework: str = request["framework"]
        self.exercise = author.Exercise(request["files"], self.framework, request["entry"])
        self.reference = self.exercise.reference
        torch = self.framework == "torch"
        self.functions: dict[str, Any] = self.reference.twins() if torch else self.reference.functions
        self.drive: Any = self.reference.drive_twin if torch else self.reference.drive

    def draw(self, seed: int) -> list[dict[str, Any]]:
        """Return what is called in one draw of the cases, and whether the outputs of two right solutions are equal."""
        return [
            {
                "call": case.call or self.reference.entry,
                "inputs": {name: inputs.sendable(value) for name, value in case.inputs.items()},
                "equal": case.judge is None and not case.kink,
            }
            for case in self.exercise.draw(seed)
            if not (case.raises or case.optional or case.extreme)
        ]

    def call(self, name: str, given: dict[str, Any]) -> Call:
        built = _arguments(self.framework, given)
        if self.drive is not None:
            return functools.partial(self.drive, types.SimpleNamespace(**self.functions), **built)
        return functools.partial(self.functions[name], *built.values())

    def plain(self, output: Any) -> Any:
        output = inputs.sendable(output)
        return output if type(output) is not np.ndarray else np.ascontiguousarray(output)
