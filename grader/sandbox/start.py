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
from itertools import count
from pathlib import Path

from grader.sandbox import cgroup, launcher, orders, protocol
from grader.sandbox.child import Child
from grader.sandbox.limits import SandboxFailure, SandboxUnavailable
from grader.sandbox.orders import Terms
from grader.sandbox.profiles import Profile

_START_SECONDS = 120.0
_STOP_SECONDS = 10.0
_CLEAR_SECONDS = 1.0
_MOST_DYING = 8
_serial = count(1)

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


_NAMESPACES = (
    "the kernel refuses namespaces: run a container with --security-opt seccomp=unconfined and apparmor=unconfined; "
    "elsewhere see `sysctl kernel.apparmor_restrict_unprivileged_userns` and `sysctl user.max_user_namespaces`"
)
_ADVICE = {
    "unshare(": _NAMESPACES,
    "of the user namespace": _NAMESPACES,
    "mount(": _NAMESPACES,
    "mount_setattr": "Linux 5.12 or newer is needed",
    "Permission denied": "the interpreter and its packages must be readable by everyone: chmod -R a+rX",
}


class Zygote:
    """A warm interpreter that is starting or ready, and how many of its children are in hand."""

    def __init__(self, profile: Profile, terms: Terms) -> None:
        self.profile = profile
        self.ready = False
        self.born = 0
        self.in_hand = 0
        self.hierarchy = terms.hierarchy
        self.group_folder = (terms.hierarchy.folder or Path()) / f"backpass-{os.getpid()}-{terms.slot}-{next(_serial)}"
        self._groups: list[cgroup.Group] = []
        self._groups_made = 0
        self._dying: list[Child] = []
        self._closed = False
        self._lock = threading.Lock()
        self._said = b""
        self._deadline = time.monotonic() + _START_SECONDS
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            plan = orders.plan(profile, terms, theirs.fileno(), self.group_folder)
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-c", _LAUNCH, orders.HERE],
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
            self.control.sendall(json.dumps(orders.orders(profile, terms)).encode())
            self.process.stdin.write(json.dumps(plan).encode() + b"\n")
        except OSError:
            self._fail()

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
        reason = text.splitlines()[-1]
        advice = next((f" ({advice})" for word, advice in _ADVICE.items() if word in reason), "")
        raise SandboxUnavailable(f"the {self.profile.name} sandbox cannot be started: {reason}{advice}")

    def bear(self, *, rehearsed: bool = False) -> Child:
        """Return a child that waits for a submission, with its memory counted where that can be done."""
        child = self.ask(rehearsed=rehearsed)
        self.settle(child)
        return child

    def ask(self, *, rehearsed: bool = False) -> Child:
        """Return a child that is still to be born; several at once come sooner than one after another."""
        self.clear()
        child = Child(self.control, rehearsed=rehearsed)
        self.born += 1
        with self._lock:
            self.in_hand += 1
        return child

    def settle(self, child: Child) -> None:
        """Wait until a child that was asked for is shut in; let go of one that cannot be, and raise SandboxFailure."""
        try:
            child.settle()
            if self.hierarchy.folder is not None:
                child.enter(self._spare_group())
        except (OSError, SandboxFailure) as error:
            self.bury(child)
            raise SandboxFailure(str(error)) from None

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
            if not self._closed:
                self._dying.append(child)
                return
        child.close()

    @property
    def is_clear(self) -> bool:
        return not self._dying

    def clear(self) -> None:
        """Close the children that are dead, so that their groups serve again. Waits only when there are very many."""
        with self._lock:
            dying, self._dying = self._dying, []
        for place, child in enumerate(dying):
            if child.is_gone(_CLEAR_SECONDS if place < len(dying) - _MOST_DYING else 0.0):
                child.close()
                if child.group is not None and not child.group.remove():
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
        with self._lock:
            self._closed = True
            dying, self._dying = self._dying, []
        for child in dying:
            child.close()
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
