"""Gives a waiting child its submission, takes what comes back within the limits, and states by facts how it ended."""

from __future__ import annotations

import math
import os
import select
import signal
import time

from grader.sandbox import protocol
from grader.sandbox.child import Child, Death
from grader.sandbox.limits import Ended, Limits, MiB, Outcome, SandboxFailure

_FLOOD = 16  # printing this many times the limit ends a submission; less is only cut
_SILENCE_SECONDS = 5.0
_FIRST_LOOK_SECONDS, _LAST_LOOK_SECONDS = 0.005, 0.08
_MUCH = 1 << 15


def run(
    child: Child, payload: bytes, limits: Limits, layers: tuple[str, ...], program: int = protocol.PROGRAM
) -> Outcome:
    """Return how the submission ended. The child must be new, and is dead or killed afterwards.

    Raises SandboxFailure when it was not the submission that failed.
    """
    if child.group is not None:
        child.group.limit(limits.memory_mib)
    conversation = _Conversation(child, payload, limits, program)
    try:
        conversation.hold()
        return conversation.outcome(layers)
    finally:
        child.kill()


class _Conversation:
    """One submission's exchange with its child, which is never waited for longer than the limits say.

    Results come in many small pieces and tell nothing until they are whole: they are looked at now and then, and when
    the child closes the pipe, so that neither process keeps waking the other. Once there is much, they are read as they
    come.
    """

    def __init__(self, child: Child, payload: bytes, limits: Limits, program: int) -> None:
        self.child = child
        self.limits = limits
        cpu_seconds = math.ceil(limits.cpu_seconds) + 1  # a belt: the watch here is finer
        header = protocol.SUBMISSION.pack(program, cpu_seconds, limits.memory_mib * MiB, len(payload))
        self.unsent = memoryview(header + payload)
        self.results = bytearray()
        self.printed = bytearray()
        self.printed_bytes = 0
        self.reached_end = False
        self.look_seconds = _FIRST_LOOK_SECONDS
        self.waiting_seconds = 0.0
        self.killed: Ended | None = None
        self.dead_since = math.inf
        self.resident_before = 0.0 if child.group is not None else child.resident_mib()
        self.cpu_before = child.cpu_seconds()
        self.started = time.monotonic()
        self.poll = select.poll()
        self.open = {child.results, child.output, child.teller.fileno(), child.pidfd}
        for descriptor in self.open:
            self.poll.register(descriptor, select.POLLIN if descriptor != child.results else 0)
        self.poll.register(child.payload, select.POLLOUT)

    def hold(self) -> None:
        """Exchange until the program says that it ran to its end, or is dead and all that it left has been read."""
        while self.open and not self.reached_end:
            for descriptor, _ in self.poll.poll(self._patience_ms()):
                self._attend(descriptor)
            if self.child.results in self.open:
                self._take_results()
            self._watch_limits()
        if self.reached_end:
            self._drain_output()
        self.wall_seconds = time.monotonic() - self.started

    def _patience_ms(self) -> float:
        now = time.monotonic()
        left = min(self.started + self.limits.wall_seconds, self.dead_since + _SILENCE_SECONDS) - now
        if self.killed is None and self.dead_since == math.inf:
            left = min(left, self.limits.cpu_seconds - self._cpu_seconds())
        if self.child.results in self.open:
            left = min(left, self.look_seconds)
            self.look_seconds = min(2 * self.look_seconds, _LAST_LOOK_SECONDS)
        return max(1.0, math.ceil(left * 1000))

    def _cpu_seconds(self) -> float:
        return self.child.cpu_seconds() - self.cpu_before

    def _attend(self, descriptor: int) -> None:
        child = self.child
        if descriptor == child.payload:
            self._write()
        elif descriptor == child.output:
            self._take_output()
        elif descriptor == child.results:
            return  # closed, or much is there: it is read in any case
        elif descriptor == child.pidfd:
            self.dead_since = time.monotonic()
            self._forget(descriptor)
        elif child.hear():
            self._forget(descriptor)
        else:
            raise SandboxFailure("the zygote died with its child")

    def _forget(self, descriptor: int) -> None:
        self.poll.unregister(descriptor)
        self.open.discard(descriptor)

    def _write(self) -> None:
        try:
            self.unsent = self.unsent[os.write(self.child.payload, self.unsent) :]
        except BrokenPipeError:
            self.unsent = self.unsent[:0]
        if not self.unsent:
            self._forget(self.child.payload)

    def _take_results(self) -> None:
        try:
            data = os.read(self.child.results, 1 << 18)
        except BlockingIOError:
            return
        if len(data) >= _MUCH:
            self.poll.modify(self.child.results, select.POLLIN)
        if not data:
            self._forget(self.child.results)
        elif len(self.results) + len(data) <= self.limits.result_bytes + len(protocol.END) + 1:
            self.results += data
            self.reached_end = self.results.endswith(protocol.END)
        else:
            self._kill("output")

    def _take_output(self) -> int:
        data = os.read(self.child.output, 1 << 16)
        if not data:
            self._forget(self.child.output)
        self.printed_bytes += len(data)
        room = self.limits.stdout_bytes - len(self.printed)
        self.printed += data[: max(0, room)]
        if self.printed_bytes > _FLOOD * self.limits.stdout_bytes:
            self._kill("output")
        return len(data)

    def _drain_output(self) -> None:
        """Take what was printed before the end and is still in the pipe."""
        try:
            while self.killed is None and self.child.output in self.open and self._take_output():
                pass
        except BlockingIOError:
            return

    def _watch_limits(self) -> None:
        now = time.monotonic()
        if now - self.dead_since > _SILENCE_SECONDS:
            raise SandboxFailure("the zygote said nothing of its child's death")
        if self.dead_since < math.inf or self.killed is not None or self.reached_end:
            return
        if now - self.started > self.limits.wall_seconds:
            self.waiting_seconds = self.child.waiting_seconds()
            self._kill("wall")
        elif self._cpu_seconds() > self.limits.cpu_seconds:
            self._kill("cpu")

    def _kill(self, reason: Ended) -> None:
        if self.killed is None:
            self.killed = reason
            self.child.kill()

    def outcome(self, layers: tuple[str, ...]) -> Outcome:
        """State how it ended, what it used and what it claims."""
        started, claims = bytes(self.results[:1]), bytes(self.results[1:])
        if started != protocol.STARTED:
            raise SandboxFailure(
                f"the submission was not started: {claims.decode(errors='replace') or self.child.death}"
            )
        death = self._death()
        return Outcome(
            ended=self._ended(),
            results=claims.removesuffix(protocol.END),
            stdout=self.printed.decode(errors="replace"),
            stdout_truncated=self.printed_bytes > self.limits.stdout_bytes,
            cpu_seconds=max(0.0, death.cpu_seconds - self.cpu_before if death else self._cpu_seconds()),
            wall_seconds=self.wall_seconds,
            memory_mib=self._memory_mib(),
            signal=death.signal if death and not self.reached_end else None,
            status=death.status if death and not self.reached_end else 0,
            layers=layers,
            waiting_seconds=self.waiting_seconds,
        )

    def _death(self) -> Death | None:
        """Return what is known of the child's death; None while it can still be asked what it has used."""
        if self.child.death is None and self.child.cpu_seconds() == 0.0:
            self.child.is_gone(_SILENCE_SECONDS)
        return self.child.death

    def _ended(self) -> Ended:
        """Who ended it, then the kernel's count of memory, then the CPU time used, then the signal, then the status."""
        death = self.child.death
        if self.killed is not None and (death is None or death.signal == signal.SIGKILL):
            return self.killed
        if self.reached_end or death is None:
            return "finished"
        if self.child.group is not None and self.child.group.ran_out():
            return "memory"
        if death.signal in (signal.SIGKILL, signal.SIGXCPU) and death.cpu_seconds >= self.limits.cpu_seconds:
            return "cpu"
        return "exited" if death.signal is None else "signal"

    def _memory_mib(self) -> float:
        peak = self.child.group.peak_mib() if self.child.group is not None else None
        if peak is not None:
            return peak
        death = self.child.death
        return max(0.0, (death.largest_mib if death else self.child.largest_mib()) - self.resident_before)
