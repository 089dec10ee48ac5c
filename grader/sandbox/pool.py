"""Keeps one profile's jailed children ready ahead of the submissions, and its zygote fresh."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from grader.sandbox.child import Child
from grader.sandbox.limits import Ended, SandboxFailure, SandboxUnavailable
from grader.sandbox.start import Zygote

log = logging.getLogger(__name__)
_PATIENCE_SECONDS = 150.0  # longer than a zygote may take to start
_CHILDREN_PER_ZYGOTE = 2000
_REST_SECONDS = 20.0  # between two renewals, lest crashing submissions keep the machine busy with them
_LOOK_SECONDS = 0.05
_RETRY_SECONDS = 5.0
_UNBORN = 3  # at most, at one time: a zygote makes one while the one before shuts itself in
_FAILURES_IN_A_ROW = 2


class Pool:
    """The children of one profile. A thread of its own makes them, so that a submission finds one waiting.

    start   starts a zygote
    prove   is given the first zygote before any child of the profile is handed out, and raises if it does not hold
    """

    def __init__(self, name: str, start: Callable[[], Zygote], prove: Callable[[Zygote], None], prepared: int) -> None:
        self._name = name
        self._start = start
        self._prove = prove
        self._proved = False
        self._prepared = prepared
        self._lock = threading.RLock()
        self._work = threading.Condition(self._lock)  # what the keeper waits for
        self._news = threading.Condition(self._lock)  # what those who want a child wait for
        self._waiting: deque[tuple[Zygote, Child]] = deque()
        self._unborn: deque[tuple[Zygote, Child]] = deque()  # asked for; only the keeper's
        self._zygote: Zygote | None = None
        self._successor: Zygote | None = None
        self._retired: list[Zygote] = []
        self._running = 0
        self._wanting = 0
        self._doubtful = False
        self._renewed = -_REST_SECONDS
        self._failures = 0
        self._problem: SandboxFailure | SandboxUnavailable | None = None
        self._closing = False
        self._keeper = threading.Thread(target=self._keep, name="sandbox-keeper", daemon=True)
        self._keeper.start()

    def wait(self) -> None:
        """Wait until a child waits. Raises what keeps it from it."""
        with self._lock:
            self._wait_for_child()

    def take(self) -> tuple[Zygote, Child]:
        """Return a waiting child and its zygote."""
        with self._lock:
            self._wait_for_child()
            self._running += 1
            self._work.notify()
            return self._waiting.popleft()

    def _wait_for_child(self) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        self._wanting += 1
        self._work.notify()
        try:
            self._wait_until(deadline)
        finally:
            self._wanting -= 1

    def _wait_until(self, deadline: float) -> None:
        while not self._waiting:
            if self._closing:
                raise SandboxFailure("the sandbox is closed")
            if self._problem is not None:
                raise type(self._problem)(str(self._problem))
            if not self._news.wait(deadline - time.monotonic()):
                raise SandboxFailure(f"no child was ready within {_PATIENCE_SECONDS:.0f} seconds")

    def give_back(self, zygote: Zygote, child: Child, ended: Ended | None) -> None:
        """Let go of a child that was taken. Without a known ending its zygote is not used again."""
        zygote.bury(child)
        with self._lock:
            self._running -= 1
            if ended is None:
                self._condemn(zygote)
            elif ended == "signal":
                self._doubtful = True
            self._work.notify()

    def _condemn(self, zygote: Zygote) -> None:
        if zygote is self._zygote:
            self._retire()

    def _retire(self) -> None:
        """Stop using the zygote. Its waiting children go at once, it goes when the last child in hand is given back."""
        assert self._zygote is not None
        self._retired.append(self._zygote)
        for zygote, child in [place for place in self._waiting if place[0] is self._zygote]:
            self._waiting.remove((zygote, child))
            zygote.bury(child)
        self._zygote = None

    def _keep(self) -> None:
        while not self._closing:
            try:
                self._tend()
            except (SandboxFailure, SandboxUnavailable) as problem:
                self._start_over(problem)
            except OSError as error:
                self._start_over(SandboxFailure(f"the {self._name} sandbox: {error}"))

    def _start_over(self, problem: SandboxFailure | SandboxUnavailable) -> None:
        """Give up the zygote. What goes wrong again and again, or at the start, is told to those who wait."""
        self._failures += 1
        self._give_up_unborn()
        with self._lock:
            if self._zygote is not None:
                self._retire()
            if self._failures > _FAILURES_IN_A_ROW or isinstance(problem, SandboxUnavailable):
                self._problem = problem
                self._news.notify_all()
                self._work.wait_for(lambda: self._closing, _RETRY_SECONDS)

    def _tend(self) -> None:
        self._renew()
        zygote = self._zygote or self._first()
        if zygote is None:
            return
        if not self._proved:
            self._prove(zygote)
            self._proved = True
        with self._lock:
            restless = self._successor is not None or not zygote.is_clear
            self._work.wait_for(self._has_work, _LOOK_SECONDS if restless else None)
            serves = not self._closing and zygote is self._zygote
            wanted = min(self._lacking(), _UNBORN - len(self._unborn)) if serves else 0
        zygote.clear()
        self._bear(zygote, wanted)

    def _bear(self, zygote: Zygote, wanted: int) -> None:
        """Ask for children, and hand out the one that was asked for first as soon as it is shut in."""
        for _ in range(wanted):
            self._unborn.append((zygote, zygote.ask(rehearsed=self._is_idle())))
        if self._unborn:
            mother, child = self._unborn.popleft()
            mother.settle(child)
            self._offer(mother, child)

    def _give_up_unborn(self) -> None:
        while self._unborn:
            mother, child = self._unborn.popleft()
            mother.bury(child)

    def _offer(self, zygote: Zygote, child: Child) -> None:
        with self._lock:
            if zygote is self._zygote and not self._closing:
                self._waiting.append((zygote, child))
                self._failures, self._problem = 0, None
                self._news.notify_all()
                return
        zygote.bury(child)

    def _has_work(self) -> bool:
        due = self._is_due() and self._successor is None
        return self._closing or due or self._zygote is None or bool(self._unborn) or self._lacking() > 0

    def _is_idle(self) -> bool:
        """Tell whether there is time for a rehearsal: it saves the next submission time, but costs the machine some."""
        return self._running == 0 and self._wanting == 0

    def _lacking(self) -> int:
        """While submissions run, only one child is kept ready; the others are made when the processor is free again."""
        there = len(self._waiting) + len(self._unborn)
        return max(1, self._prepared - self._running, self._wanting) - there

    def _first(self) -> Zygote | None:
        """Start a zygote and wait for it, since there is none."""
        zygote = self._successor or self._start()
        self._successor = None
        while not zygote.check(_LOOK_SECONDS):
            if self._closing:
                zygote.close()
                return None
        with self._lock:
            self._zygote = zygote
        return zygote

    def _is_due(self) -> bool:
        worn = self._zygote is not None and self._zygote.born >= _CHILDREN_PER_ZYGOTE
        return (worn or self._doubtful) and time.monotonic() - self._renewed > _REST_SECONDS

    def _renew(self) -> None:
        """Start a successor when one is due, let it take over when it is ready, and end who is no longer needed."""
        if self._zygote is not None and self._successor is None and self._is_due():
            self._renewed, self._doubtful = time.monotonic(), False
            self._successor = self._start()
        if self._successor_is_ready():
            with self._lock:
                if self._zygote is not None:
                    self._retire()
                self._zygote, self._successor = self._successor, None
        with self._lock:
            unused = [zygote for zygote in self._retired if not zygote.in_hand]
            self._retired = [zygote for zygote in self._retired if zygote.in_hand]
        for zygote in unused:
            zygote.close()

    def _successor_is_ready(self) -> bool:
        """Tell whether a successor can take over. One that cannot be started is forgotten: the old zygote serves on."""
        try:
            return self._successor is not None and self._successor.check(0.0)
        except SandboxUnavailable as problem:
            log.warning("the %s sandbox keeps its old zygote: %s", self._name, problem)
            self._successor = None
            return False

    def close(self) -> None:
        """End every child and zygote of this profile."""
        with self._lock:
            self._closing = True
            self._work.notify()
            self._news.notify_all()
        self._keeper.join()
        self._give_up_unborn()
        with self._lock:
            if self._zygote is not None:
                self._retire()
            zygotes = [*self._retired, *([self._successor] if self._successor else [])]
            self._retired, self._successor = [], None
        for zygote in zygotes:
            zygote.close()
