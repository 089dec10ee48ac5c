"""The warm interpreter of one profile: imports everything once, then makes a jailed child for each request.

It runs alone in its namespaces without any privilege, has one thread, and never sees a submission: those go straight to
the child.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import select
import socket
import sys
from typing import Any, NoReturn

from grader.sandbox import heap, jail, kernel, probes, protocol, warmup


def main() -> NoReturn:
    control = socket.socket(fileno=protocol.CONTROL)
    resource.setrlimit(resource.RLIMIT_NOFILE, (jail.MOST_DESCRIPTORS, jail.MOST_DESCRIPTORS))
    orders = json.loads(control.recv(1 << 16))
    setup = _prepare(orders)
    _insist_on_being_harmless(orders)
    _open_output()
    kernel.set_dumpable(True)
    control.sendall(protocol.READY)
    Nursery(control, setup).serve()
    os._exit(0)


_REHEARSALS = 16  # until the interpreter has specialized the program's code, so that no child writes to it


def _prepare(orders: dict[str, Any]) -> jail.Setup:
    home = importlib.import_module(orders["program"].split(":")[0])
    timed = _function(orders["timed"]) if orders["timed"] else probes.run
    programs = (_function(orders["program"]), probes.run, timed)
    warmup.WORKLOADS[orders["warmup"]]()
    rehearse = getattr(home, "warm", _nothing)
    for _ in range(_REHEARSALS):
        rehearse()
    heap.settle()
    return jail.Setup(
        programs=programs,
        rehearse=rehearse,
        reseed=warmup.RESEEDS[orders["warmup"]],
        seccomp=kernel.SeccompFilter(bytes.fromhex(orders["seccomp"])),
        readable=orders["readable"],
        writable=orders["writable"],
        covered=orders["covered"],
        namespaces=orders["namespaces"],
        landlock=orders["landlock"],
        data_bytes=_status("VmData"),
        address_space_bytes=_status("VmSize"),
        threads=orders["threads"],
        descriptors=orders["descriptors"],
        addresses=orders["addresses"],
    )


def _function(name: str) -> jail.Program:
    module, function = name.split(":")
    program: jail.Program = getattr(importlib.import_module(module), function)
    return program


def _nothing() -> None:
    """Rehearse a program that has nothing to rehearse."""


def _status(field: str, base: int = 10) -> int:
    """Return a number from this process's status, in bytes where it is an amount of memory."""
    descriptor = os.open("self/status", os.O_RDONLY, dir_fd=protocol.PROC)
    with os.fdopen(descriptor) as file:
        words = next(line.split() for line in file if line.startswith(f"{field}:"))
    return int(words[1], base) * (1024 if words[-1] == "kB" else 1)


def _insist_on_being_harmless(orders: dict[str, Any]) -> None:
    """Refuse to make children from a process that is not what the launcher was to make it."""
    facts = {
        "it is the real root": 0 in (*os.getresuid(), *os.getresgid()),
        "it has capabilities": any(_status(name, 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")),
        "it has several threads": _status("Threads") != 1,
        "it may gain privileges": _status("NoNewPrivs") != 1,
    }
    if orders["namespaces"]:
        facts |= {
            "it sees /etc or /proc": os.path.exists("/etc") or os.path.exists("/proc/self"),
            "it can write to its root": os.access("/", os.W_OK),
        }
    if wrong := [fact for fact, is_so in facts.items() if is_so]:
        raise SystemExit(f"the zygote is not harmless: {', '.join(wrong)}")


def _open_output() -> None:
    """Let go of the worker's error pipe; children print to descriptors 1 and 2, line by line."""
    os.dup2(0, 1)
    os.dup2(0, 2)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]


class Nursery:
    """Makes children and tells of their deaths."""

    def __init__(self, control: socket.socket, setup: jail.Setup) -> None:
        self.control = control
        self.setup = setup
        self.user, self.group = os.getuid(), os.getgid()
        self.living: dict[int, tuple[int, socket.socket]] = {}  # pidfd -> pid, whom to tell
        self.poll = select.poll()
        self.poll.register(control, select.POLLIN)

    def serve(self) -> None:
        """Make a child for each request until the worker closes the control socket."""
        while True:
            ready = [descriptor for descriptor, _ in self.poll.poll()]
            for descriptor in ready:
                if descriptor in self.living:
                    self._bury(descriptor)
            if protocol.CONTROL in ready and not self._answer():
                return

    def _answer(self) -> bool:
        request, descriptors, _, _ = socket.recv_fds(self.control, len(protocol.REHEARSED_CHILD_PLEASE), 4)
        rehearsed = request == protocol.REHEARSED_CHILD_PLEASE
        if not (rehearsed or request == protocol.CHILD_PLEASE) or len(descriptors) != 4:
            return False
        payload, results, output, told = descriptors
        teller = socket.socket(fileno=told)
        try:
            self._bear((payload, results, output), teller, rehearsed)
        except OSError as error:
            teller.sendall(f"{error}".encode())
            teller.close()
        for descriptor in (payload, results, output):
            os.close(descriptor)
        return True

    def _bear(self, pipes: tuple[int, int, int], teller: socket.socket, rehearsed: bool) -> None:
        pid, pidfd = kernel.clone(self.setup.clone_flags)
        if pid == 0:
            jail.live(self.setup, self.user, self.group, pipes, rehearsed)
        self.living[pidfd] = (pid, teller)
        self.poll.register(pidfd, select.POLLIN)
        _tell(teller, protocol.BORN, pidfd)

    def _bury(self, pidfd: int) -> None:
        pid, teller = self.living.pop(pidfd)
        self.poll.unregister(pidfd)
        os.close(pidfd)
        _, status, usage = os.wait4(pid, 0)
        _tell(teller, protocol.DEATH.pack(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss))
        teller.close()


def _tell(teller: socket.socket, message: bytes, *descriptors: int) -> None:
    """Send without waiting; a worker thread that has let go of its child no longer listens."""
    try:
        socket.send_fds(teller, [message], descriptors, socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL)
    except (BrokenPipeError, ConnectionResetError, BlockingIOError):
        return


if __name__ == "__main__":
    main()
