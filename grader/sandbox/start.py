"""Starts the launcher of a zygote and holds the two threads by which it lives: the lifeline and the control socket."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any, Literal

from grader.sandbox import cgroup, launcher, packages, protocol, seccomp
from grader.sandbox.child import Child
from grader.sandbox.limits import SandboxFailure, SandboxUnavailable
from grader.sandbox.profiles import OURS, Profile

Mode = Literal["root", "user", "reduced"]

_HERE = str(Path(__file__).resolve().parent)
_START_SECONDS = 120.0
_STOP_SECONDS = 10.0
_CLEAR_SECONDS = 1.0
_MOST_DYING = 8
_FIRST_USER = 200_000
_serial = count(1)
_PASSED_ON = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")  # how OpenBLAS is told about processors that it misjudges

# Imports the launcher without the grader around it, whose imports would cost more than the launcher's whole life.
_LAUNCH = """
import sys, types
for name, path in (("grader", []), ("grader.sandbox", [sys.argv.pop()])):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = path
    sys.argv.append(sys.argv[0])
from grader.sandbox import launcher
launcher.main()
"""
_BECOME_ZYGOTE = "import sys; sys.path[:0] = sys.argv[1:]; from grader.sandbox import zygote; zygote.main()"


@dataclass(frozen=True)
class Terms:
    """How zygotes are started on this machine: the mode, the uid's slot, where control groups are made, Landlock."""

    mode: Mode
    slot: int
    hierarchy: cgroup.Hierarchy
    landlock: bool


class Zygote:
    """A warm interpreter that is starting or ready, and how many of its children are in hand."""

    def __init__(self, profile: Profile, terms: Terms) -> None:
        self.profile = profile
        self.namespaces = terms.mode != "reduced"
        self.ready = False
        self.born = 0
        self.in_hand = 0
        self.hierarchy = terms.hierarchy
        self.group_folder = (terms.hierarchy.folder or Path()) / f"backpass-{os.getpid()}-{terms.slot}-{next(_serial)}"
        self._groups: list[cgroup.Group] = []
        self._groups_made = 0
        self._dying: list[Child] = []
        self._lock = threading.Lock()
        self._said = b""
        self._deadline = time.monotonic() + _START_SECONDS
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            plan, orders = self._plan(terms, theirs.fileno()), _orders(profile, terms)
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-c", _LAUNCH, _HERE],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                cwd="/",
                env={},
                bufsize=0,
            )
        assert self.process.stdin is not None
        try:
            self.control.sendall(json.dumps(orders).encode())
            self.process.stdin.write(json.dumps(plan).encode() + b"\n")
        except OSError:
            self._fail()

    def _plan(self, terms: Terms, control: int) -> dict[str, Any]:
        """Return what the launcher is told."""
        tree = self.profile.tree()
        environment = {"PATH": "", "HOME": "/tmp", "TMPDIR": "/tmp", "LANG": "C.UTF-8"}
        environment |= {"PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "LD_LIBRARY_PATH": f"{packages.PYTHON}/lib"}
        environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        environment |= {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return {
            "mode": terms.mode,
            "control": control,
            "user": _FIRST_USER + terms.slot if terms.mode == "root" else None,
            "mounts": [asdict(mount) for mount in tree.mounts],
            "masks": tree.masks,
            "links": tree.links,
            "groups": [str(self.group_folder)] if terms.hierarchy.folder else [],
            "command": [packages.executable(), "-s", "-S", "-P", "-B", "-c", _BECOME_ZYGOTE, OURS, packages.PACKAGES],
            "environment": environment,
        }

    def check(self, patience_seconds: float) -> bool:
        """Tell whether it is ready, waiting so long at most. Raises SandboxUnavailable when it will never be."""
        if self.ready:
            return True
        assert self.process.stderr is not None
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        poll.register(self.process.stderr, select.POLLIN)
        until = time.monotonic() + patience_seconds
        while not self.ready and (left := until - time.monotonic()) > -0.001:
            for descriptor, _ in poll.poll(max(0.0, left) * 1000):
                if descriptor == self.control.fileno():
                    self._hear()
                else:
                    data = os.read(descriptor, 4096)
                    self._said = (self._said + data)[-4096:]
                    if not data:
                        poll.unregister(descriptor)
            if time.monotonic() > self._deadline:
                self._fail()
        return self.ready

    def _hear(self) -> None:
        try:
            answer = self.control.recv(64)
        except ConnectionResetError:
            answer = b""
        if answer != protocol.READY:
            self._fail()
        self.ready = True

    def _fail(self) -> None:
        """Raise what the launcher or the zygote said before it ended."""
        assert self.process.stderr is not None
        self._let_go()
        try:
            _, said = self.process.communicate(timeout=_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            said = b""
        self.close()
        text = (self._said + said).decode(errors="replace").strip() or "it ended without a word"
        raise SandboxUnavailable(f"the {self.profile.name} sandbox cannot be started: {text.splitlines()[-1]}")

    def bear(self) -> Child:
        """Return a child that waits for a submission, with its memory counted where that can be done."""
        self.clear()
        child = Child(self.control)
        self.born += 1
        with self._lock:
            self.in_hand += 1
        try:
            child.settle()
            if self.hierarchy.folder is not None:
                child.enter(self._spare_group())
        except (OSError, SandboxFailure) as error:
            self.bury(child)
            raise SandboxFailure(str(error)) from None
        return child

    def _spare_group(self) -> cgroup.Group:
        if self._groups:
            return self._groups.pop()
        self._groups_made += 1
        return cgroup.Group(self.group_folder / str(self._groups_made), self.hierarchy.version)

    def bury(self, child: Child) -> None:
        """Let go of a child, dead or alive; `clear` does the rest when the kernel has."""
        child.kill()
        with self._lock:
            self.in_hand -= 1
            self._dying.append(child)

    def clear(self) -> None:
        """Close the children that are dead, so that their groups serve again. Waits only when there are very many."""
        with self._lock:
            dying, self._dying = self._dying, []
        for place, child in enumerate(dying):
            if child.is_gone(_CLEAR_SECONDS if place < len(dying) - _MOST_DYING else 0.0):
                child.close()
                if child.group is not None:
                    self._groups.append(child.group)
            else:
                with self._lock:
                    self._dying.append(child)

    def _let_go(self) -> None:
        self.control.close()
        if self.process.stdin is not None:
            self.process.stdin.close()
            self.process.stdin = None

    def close(self) -> None:
        """End the zygote and all its children, and wait until the launcher has cleaned up after them."""
        for child in self._dying:
            child.close()
        self._dying = []
        self._let_go()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        if self.process.stderr is not None:
            self.process.stderr.close()
        if self.hierarchy.folder is not None:
            launcher.remove_groups([str(self.group_folder)])  # nothing to do unless the launcher was killed


def _orders(profile: Profile, terms: Terms) -> dict[str, Any]:
    """Return what the zygote is told."""
    covered = {_top(path) for path in profile.machine}
    tops = {_top(mount.target) for mount in profile.tree().mounts} - covered
    return {
        "program": profile.program,
        "warmup": profile.warmup,
        "seccomp": seccomp.compiled().hex(),
        "readable": sorted(tops),
        "covered": sorted(covered),
        "namespaces": terms.mode != "reduced",
        "landlock": terms.landlock,
    }


def _top(path: str) -> str:
    return "/" + path.split("/")[1]
