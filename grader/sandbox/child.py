"""The worker's side of one jailed child: gives it a submission, takes what comes back within the limits, states how it ended."""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import socket
import time
from dataclasses import dataclass

from grader.sandbox import protocol
from grader.sandbox.cgroup import Group
from grader.sandbox.limits import Ended, Limits, MiB, Outcome, SandboxFailure

_FLOOD = 16  # printing this many times the limit ends a submission; less is only cut
_BIRTH_SECONDS = 20.0
_SILENCE_SECONDS = 5.0


@dataclass(frozen=True)
class Death:
    """What the zygote tells of a dead child."""

    signal: int | None
    status: int | None
    cpu_seconds: float
    largest_kib: int


class Child:
    """A jailed process that waits for one submission."""

    def __init__(self, zygote: socket.socket) -> None:
        """Ask a zygote for a child, without waiting for it."""
        self.pidfd = -1
        self.pid = -1
        self.group: Group | None = None
        theirs: list[int] = []
        self._mine: list[int] = []
        try:
            for mine_is_writer in (True, False, False):
                reader, writer = os.pipe()
                self._mine.append(writer if mine_is_writer else reader)
                theirs.append(reader if mine_is_writer else writer)
            self.payload, self.results, self.output = self._mine
            self.teller, told = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            theirs.append(told.detach())
            socket.send_fds(zygote, [protocol.CHILD_PLEASE], theirs)
        except OSError as error:
            self.close()
            raise SandboxFailure(f"the zygote cannot be asked for a child: {error}") from None
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        for descriptor in self._mine:
            os.set_blocking(descriptor, False)

    def settle(self) -> None:
        """Wait until the child is shut in and waits. Raises SandboxFailure with its reason when it could not be."""
        deadline = time.monotonic() + _BIRTH_SECONDS
        _wait_readable(self.teller.fileno(), deadline)
        message, descriptors, _, _ = socket.recv_fds(self.teller, 4096, 1)
        if message != protocol.BORN or len(descriptors) != 1:
            raise SandboxFailure(f"no child could be made: {message.decode(errors='replace') or 'its zygote died'}")
        self.pidfd = descriptors[0]
        self.pid = _pid_of(self.pidfd)
        _wait_readable(self.results, deadline)
        if (said := os.read(self.results, 4096)) != protocol.JAILED:
            raise SandboxFailure(f"a child could not be shut in: {said[1:].decode(errors='replace') or 'it died'}")

    def enter(self, group: Group | None) -> None:
        """Count this child's memory in a control group."""
        self.group = group
        if group is not None:
            group.admit(self.pid)

    def run(self, payload: bytes, limits: Limits, layers: tuple[str, ...], program: int = protocol.PROGRAM) -> Outcome:
        """Run one submission, the only one that this child will ever see."""
        if self.group is not None:
            self.group.limit(limits.memory_mib)
        return _Run(self, payload, limits, program).outcome(layers)

    def kill(self) -> None:
        if self.pidfd >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def cpu_seconds(self) -> float:
        """Return the CPU time that the child has used so far, 0 when it is gone."""
        try:
            return time.clock_gettime(~self.pid << 3 | 2)  # the CPU-time clock of another process, see clock_getcpuclockid
        except OSError:
            return 0.0

    def close(self) -> None:
        """End the child and let go of everything that was held for it."""
        self.kill()
        for descriptor in (*self._mine, self.pidfd):
            if descriptor >= 0:
                os.close(descriptor)
        self._mine, self.pidfd = [], -1
        if hasattr(self, "teller"):
            self.teller.close()


def _wait_readable(descriptor: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise SandboxFailure("a child was not ready in time")


def _pid_of(pidfd: int) -> int:
    with open(f"/proc/self/fdinfo/{pidfd}") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pid:"))


class _Run:
    """The conversation with one child, without ever waiting on it longer than its limits."""

    def __init__(self, child: Child, payload: bytes, limits: Limits, program: int) -> None:
        self.child = child
        self.limits = limits
        cpu_seconds = math.ceil(limits.cpu_seconds) + 1  # a belt: the worker's own watch is finer
        header = protocol.SUBMISSION.pack(program, cpu_seconds, limits.memory_mib * MiB, len(payload))
        self.unsent = memoryview(header + payload)
        self.results = bytearray()
        self.printed = bytearray()
        self.printed_bytes = 0
        self.killed: Ended | None = None
        self.death: Death | None = None
        self.silent_since = math.inf
        self.started = time.monotonic()
        self.cpu_before = child.cpu_seconds()
        self.poll = select.poll()
        self.open = {child.results, child.output, child.teller.fileno(), child.pidfd}
        for descriptor in self.open:
            self.poll.register(descriptor, select.POLLIN)
        self.poll.register(child.payload, select.POLLOUT)

    def outcome(self, layers: tuple[str, ...]) -> Outcome:
        while self.open:
            for descriptor, _ in self.poll.poll(self._patience_ms()):
                self._attend(descriptor)
            self._watch_limits()
        wall_seconds = time.monotonic() - self.started
        if self.death is None:
            raise SandboxFailure("the zygote died with its child")
        started, claims = bytes(self.results[:1]), bytes(self.results[1:])
        if started != protocol.STARTED:
            raise SandboxFailure(f"the submission was not started: {claims.decode(errors='replace') or self.death}")
        ended = self._ended(claims)
        return Outcome(
            ended=ended,
            results=claims.removesuffix(protocol.END),
            stdout=self.printed[: self.limits.stdout_bytes].decode(errors="replace"),
            stdout_truncated=self.printed_bytes > self.limits.stdout_bytes,
            cpu_seconds=max(0.0, self.death.cpu_seconds - self.cpu_before),
            wall_seconds=wall_seconds,
            memory_mib=self._memory_mib(),
            signal=self.death.signal,
            status=self.death.status,
            layers=layers,
        )

    def _patience_ms(self) -> float:
        now = time.monotonic()
        left = self.started + self.limits.wall_seconds - now
        if self.killed is None and self.death is None:
            left = min(left, self.limits.cpu_seconds - (self.child.cpu_seconds() - self.cpu_before))
        left = min(left, self.silent_since + _SILENCE_SECONDS - now) if self.silent_since < math.inf else left
        return max(1.0, math.ceil(left * 1000))

    def _attend(self, descriptor: int) -> None:
        child = self.child
        if descriptor == child.payload:
            self._write()
        elif descriptor == child.results:
            self._take_results()
        elif descriptor == child.output:
            self._take_output()
        elif descriptor == child.pidfd:
            self.silent_since = time.monotonic()
            self._forget(descriptor)
        else:
            self._hear_of_death()

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
        data = os.read(self.child.results, 1 << 18)
        if not data:
            self._forget(self.child.results)
        elif len(self.results) + len(data) <= self.limits.result_bytes + len(protocol.END) + 1:
            self.results += data
        else:
            self._kill("output")

    def _take_output(self) -> None:
        data = os.read(self.child.output, 1 << 16)
        if not data:
            self._forget(self.child.output)
        self.printed_bytes += len(data)
        room = self.limits.stdout_bytes - len(self.printed)
        self.printed += data[: max(0, room)]
        if self.printed_bytes > _FLOOD * self.limits.stdout_bytes:
            self._kill("output")

    def _hear_of_death(self) -> None:
        message = self.child.teller.recv(protocol.DEATH.size)
        if len(message) == protocol.DEATH.size:
            status, cpu_seconds, largest_kib = protocol.DEATH.unpack(message)
            code = os.waitstatus_to_exitcode(status)
            self.death = Death(-code if code < 0 else None, code if code >= 0 else None, cpu_seconds, largest_kib)
        self._forget(self.child.teller.fileno())
        self.silent_since = math.inf

    def _watch_limits(self) -> None:
        now = time.monotonic()
        if now - self.silent_since > _SILENCE_SECONDS:
            raise SandboxFailure("the zygote said nothing of its child's death")
        if self.death is not None or self.killed is not None:
            return
        if now - self.started > self.limits.wall_seconds:
            self._kill("wall")
        elif self.child.cpu_seconds() - self.cpu_before > self.limits.cpu_seconds:
            self._kill("cpu")

    def _kill(self, reason: Ended) -> None:
        if self.killed is None:
            self.killed = reason
            self.child.kill()

    def _ended(self, claims: bytes) -> Ended:
        """State the facts: who killed it, then the kernel's memory count, then CPU time used, then the signal, then the status."""
        assert self.death is not None
        if self.death.signal == signal.SIGKILL and self.killed is not None:
            return self.killed
        if self.child.group is not None and self.child.group.ran_out():
            return "memory"
        if self.death.signal is not None:
            used_up = self.death.cpu_seconds - self.cpu_before >= self.limits.cpu_seconds
            return "cpu" if used_up and self.death.signal in (signal.SIGKILL, signal.SIGXCPU) else "signal"
        return "finished" if self.death.status == 0 and claims.endswith(protocol.END) else "exited"

    def _memory_mib(self) -> float:
        peak = self.child.group.peak_mib() if self.child.group is not None else None
        assert self.death is not None
        return self.death.largest_kib / 1024 if peak is None else peak
