"""Questions to a jailed program and its answers, one at a time, each with the CPU time that it took, taken outside."""

from __future__ import annotations

import math
import os
import select
import time
from typing import Any

from grader.sandbox import protocol, wire
from grader.sandbox.child import Child
from grader.sandbox.limits import Limits, MiB, SandboxFailure

MAX_ANSWER_BYTES = 32 * MiB


class DialogueEnded(Exception):
    """The program does not answer any more, or not as agreed. What it was asked says whose fault that is."""


class Dialogue:
    """One child's answers. The child is ended by whoever took it."""

    def __init__(self, child: Child, payload: bytes, limits: Limits) -> None:
        self._child = child
        self._until = time.monotonic() + limits.wall_seconds
        self._received = bytearray()
        if child.group is not None:
            child.group.limit(limits.memory_mib)
        header = protocol.SUBMISSION.pack(
            protocol.TIMED, math.ceil(limits.cpu_seconds) + 1, limits.memory_mib * MiB, len(payload)
        )
        self._write(header + payload)
        self._read(1)
        if bytes(self._received[:1]) != protocol.STARTED:
            raise SandboxFailure("a timed program was not started")
        del self._received[:1]
        if self._answer() != "ready":
            raise DialogueEnded("the program is not ready")

    def ask(self, kind: str, about: Any = None) -> tuple[Any, float]:
        """Return the answer to a question and the CPU seconds that the child used for it. Raises DialogueEnded."""
        question = wire.frame((kind, about))
        before = self._child.cpu_seconds()
        self._write(question)
        self._read(4)
        self._read(4 + int.from_bytes(self._received[:4], "little"))
        seconds = self._child.cpu_seconds() - before
        return self._answer(), seconds

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._child.payload, select.POLLOUT)
            try:
                view = view[os.write(self._child.payload, view) :]
            except BrokenPipeError:
                raise DialogueEnded("the program is gone") from None

    def _read(self, size: int) -> None:
        """Receive until there are so many bytes."""
        if size > MAX_ANSWER_BYTES:
            raise DialogueEnded("the answer is too long")
        while len(self._received) < size:
            self._wait(self._child.results, select.POLLIN)
            data = os.read(self._child.results, 1 << 18)
            if not data:
                raise DialogueEnded("the program is gone")
            self._received += data

    def _wait(self, descriptor: int, event: int) -> None:
        poll = select.poll()
        poll.register(descriptor, event)
        poll.register(self._child.output, select.POLLIN)
        while (left := self._until - time.monotonic()) > 0:
            ready = [place for place, _ in poll.poll(left * 1000)]
            if self._child.output in ready and not os.read(self._child.output, 1 << 16):  # what is printed is not kept
                poll.unregister(self._child.output)
            if descriptor in ready:
                return
        raise DialogueEnded("the program took too long")

    def _answer(self) -> Any:
        self._read(4)
        end = 4 + int.from_bytes(self._received[:4], "little")
        self._read(end)
        body = bytes(self._received[4:end])
        del self._received[:end]
        if self._received:
            raise DialogueEnded("the program says more than it was asked")
        try:
            return wire.decode(body, max_values=200_000)
        except wire.WireError:
            raise DialogueEnded("the answer cannot be read") from None
