"""Child processes that live and die with this one: started in order, watched, stopped in reverse."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 8.0
RESTARTS = 5


def die_with_parent() -> None:
    """Have the kernel end this process when its parent dies, however that happens (Linux; elsewhere nothing)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Service:
    """A long-running child: its name, what to run, in which environment, and which of its lines are only noise."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    noise: tuple[str, ...] = ()
    process: subprocess.Popen[str] | None = field(default=None, init=False)
    starts: int = field(default=0, init=False)

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        self.starts += 1
        threading.Thread(target=self._print_lines, args=(self.process,), daemon=True).start()

    def _print_lines(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                if line.strip() and not any(word in line for word in self.noise):
                    print(f"{self.name:>7} | {line.rstrip()}", flush=True)

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self, deadline: float) -> None:
        """Ask the whole process group to end; what is left of it at the deadline is killed."""
        if self.process is None:
            return
        self._signal_group(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.1, deadline - time.monotonic()))
        self._signal_group(signal.SIGKILL)
        self.process.wait()

    def _signal_group(self, number: signal.Signals) -> None:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)


class StopRequested(Exception):
    """Ctrl-C or SIGTERM."""


class Supervisor:
    """Starts services in order, starts those that died again, and stops all of them in reverse order."""

    def __init__(self) -> None:
        self.services: list[Service] = []

    def start(self, service: Service) -> None:
        self.services.append(service)
        service.start()

    def watch(self, seconds: float) -> Iterator[Service]:
        """Yield each service that has died within the next `seconds`, after starting it again."""
        time.sleep(seconds)
        for service in self.services:
            if not service.running and service.starts <= RESTARTS:
                time.sleep(0.2 * 2**service.starts)
                service.start()
                yield service

    def stop(self) -> None:
        deadline = time.monotonic() + GRACE_SECONDS
        for service in reversed(self.services):
            service.stop(deadline)


def raise_on_signals() -> None:
    """Turn Ctrl-C, SIGTERM and SIGHUP into `StopRequested`, once; further ones are ignored while stopping."""

    def stop(number: int, _frame: object) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        raise StopRequested(signal.Signals(number).name)

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, stop)
