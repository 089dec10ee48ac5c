"""The worker's side of one jailed child: asks for it, waits until it is shut in, and at last lets go of it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import time
from dataclasses import dataclass

from grader.sandbox import protocol
from grader.sandbox.cgroup import Group
from grader.sandbox.limits import SandboxFailure

_BIRTH_SECONDS = 10.0
_PAGE_MIB = os.sysconf("SC_PAGESIZE") / (1 << 20)


@dataclass(frozen=True)
class Death:
    """What the zygote tells of a dead child."""

    signal: int | None
    status: int | None
    cpu_seconds: float
    largest_mib: float


class Child:
    """A jailed process that waits for one submission."""

    def __init__(self, zygote: socket.socket, *, rehearsed: bool = False) -> None:
        """Ask a zygote for a child, without waiting for it."""
        request = protocol.REHEARSED_CHILD_PLEASE if rehearsed else protocol.CHILD_PLEASE
        self.pidfd = self.pid = -1
        self.group: Group | None = None
        self.death: Death | None = None
        theirs: list[int] = []
        self._pipes: list[int] = []
        self.teller, told = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with told:
            try:
                for we_write in (True, False, False):
                    reader, writer = os.pipe()
                    self._pipes.append(writer if we_write else reader)
                    theirs.append(reader if we_write else writer)
                socket.send_fds(zygote, [request], [*theirs, told.fileno()])
            except OSError as error:
                self.close()
                raise SandboxFailure(f"the zygote cannot be asked for a child: {error}") from None
            finally:
                for descriptor in theirs:
                    os.close(descriptor)
        self.payload, self.results, self.output = self._pipes
        for descriptor in self._pipes:
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

    def kill(self) -> None:
        if self.pidfd >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def cpu_seconds(self) -> float:
        """Return the CPU time that the child has used so far, 0 when it is gone."""
        try:
            return time.clock_gettime(~self.pid << 3 | 2)  # another process's clock, as clock_getcpuclockid makes it
        except OSError:
            return 0.0

    def waiting_seconds(self) -> float:
        """Return how long the child was ready to run while every processor was busy; 0 when that is not known."""
        try:
            with open(f"/proc/{self.pid}/schedstat") as file:
                return int(file.read().split()[1]) / 1e9
        except (OSError, IndexError):
            return 0.0

    def resident_mib(self) -> float:
        """Return the memory that the child has in use, shared with its zygote or not; 0 when it is gone."""
        try:
            with open(f"/proc/{self.pid}/statm") as file:
                return int(file.read().split()[1]) * _PAGE_MIB
        except (OSError, IndexError):
            return 0.0

    def largest_mib(self) -> float:
        """Return the most memory that the child ever had in use; 0 when it is gone."""
        try:
            with open(f"/proc/{self.pid}/status") as file:
                return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM:")), 0.0)
        except OSError:
            return 0.0

    def hear(self) -> bool:
        """Read what the zygote says: the child's death. False when the zygote itself is gone."""
        message = self.teller.recv(protocol.DEATH.size)
        if len(message) != protocol.DEATH.size:
            return False
        status, cpu_seconds, largest_kib = protocol.DEATH.unpack(message)
        code = os.waitstatus_to_exitcode(status)
        signal_number, exit_status = (-code, None) if code < 0 else (None, code)
        self.death = Death(signal_number, exit_status, cpu_seconds, largest_kib / 1024)
        return True

    def is_gone(self, patience_seconds: float) -> bool:
        """Tell whether the child's death is known, or its zygote dead too, waiting so long at most."""
        if self.death is None:
            poll = select.poll()
            poll.register(self.teller, select.POLLIN)
            return bool(poll.poll(patience_seconds * 1000)) and (self.hear() or True)
        return True

    def close(self) -> None:
        """End the child and let go of everything that was held for it."""
        self.kill()
        for descriptor in (*self._pipes, self.pidfd):
            if descriptor >= 0:
                os.close(descriptor)
        self._pipes, self.pidfd = [], -1
        self.teller.close()


def _wait_readable(descriptor: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise SandboxFailure("a child was not ready in time")


def _pid_of(pidfd: int) -> int:
    descriptor = os.open(f"/proc/self/fdinfo/{pidfd}", os.O_RDONLY)
    try:
        return int(os.read(descriptor, 4096).partition(b"\nPid:")[2].split(maxsplit=1)[0])
    finally:
        os.close(descriptor)
