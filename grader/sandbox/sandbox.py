"""The door to the sandbox: one call runs one submission in a jail of its own."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Self

from grader.sandbox import cgroup, kernel, launcher, seccomp, selftest
from grader.sandbox.dialogue import Dialogue, DialogueEnded
from grader.sandbox.layers import choose_mode, describe
from grader.sandbox.limits import Ended, Limits, Outcome, SandboxFailure, SandboxUnavailable
from grader.sandbox.orders import Terms
from grader.sandbox.pool import Pool
from grader.sandbox.profiles import Profile, find
from grader.sandbox.run import run
from grader.sandbox.start import Zygote

_slots = itertools.count()
_SLOTS_PER_PROCESS = 16
_STARVED, _PATIENCE = 0.2, 3.0


class Sandbox:
    """Runs submissions, each in a jail of its own that was made ahead. Any number of threads may use it at once.

    profiles   names, or profiles of one's own; those whose packages are not installed are in `unavailable`
    prepared   how many children wait ahead for each profile: naming a mistake often takes three, one after another
    mode       "auto" takes what this process may do, "root" or "user"; "reduced" (no namespaces) is never automatic

    Raises SandboxUnavailable, naming what is missing, when the first profile does not pass its self-test. The others
    are started meanwhile, and pass theirs before their first submission.
    """

    def __init__(
        self,
        profiles: Sequence[str | Profile] = ("numpy", "torch", "author", "author-torch"),
        *,
        prepared: int = 3,
        mode: str = "auto",
    ) -> None:
        self.mode = choose_mode(mode)
        seccomp.compiled()
        hierarchy = cgroup.find()
        if hierarchy.folder is not None:
            launcher.remove_groups(cgroup.left_behind(hierarchy.folder))
        landlock = kernel.landlock_version()
        if self.mode == "reduced" and not landlock:
            raise SandboxUnavailable(
                "the mode reduced needs Landlock (Linux 5.13 or newer, enabled), since it has no mounts"
            )
        self.layers = describe(self.mode, hierarchy, landlock)
        self._active = tuple(layer.name for layer in self.layers if layer.active)
        wanted = [find(profile) for profile in profiles]
        uncounted = hierarchy.folder is None  # a graphics processor's user has no other limit of memory
        self.unavailable = tuple(
            profile.name for profile in wanted if not profile.available or (profile.gpu and uncounted)
        )
        self._second_try = threading.Lock()
        self._pools: dict[str, Pool] = {}
        self._turns = {profile.name: threading.Lock() for profile in wanted if profile.gpu}
        for profile in wanted:
            if profile.name not in self.unavailable:
                slot = os.getpid() % 10_000 * _SLOTS_PER_PROCESS + next(_slots) % _SLOTS_PER_PROCESS
                start = partial(Zygote, profile, Terms(self.mode, slot, hierarchy, landlock))
                self._pools[profile.name] = Pool(profile.name, start, selftest.prove, prepared)
        self.profiles = tuple(self._pools)
        self._wait_for(self.profiles[:1])

    def _wait_for(self, profiles: Sequence[str]) -> None:
        try:
            for profile in profiles:
                self._pools[profile].wait()
        except BaseException:
            self.close()
            raise

    def warm(self) -> None:
        """Wait until every profile is proved and has a child waiting. Raises SandboxUnavailable if one cannot."""
        self._wait_for(self.profiles)

    def run(self, profile: str, payload: bytes, limits: Limits) -> Outcome:
        """Run one submission in a fresh child of this profile.

        One that ran out of wall time because the machine was busy with others gets a second, longer try; one at a time.

        Raises SandboxFailure when the sandbox itself failed twice, SandboxUnavailable for a profile that is not there.
        """
        pool = self._pool(profile)
        with self._turns.get(profile) or nullcontext():  # a graphics processor serves one at a time
            return self._run_patiently(pool, payload, limits)

    def _run_patiently(self, pool: Pool, payload: bytes, limits: Limits) -> Outcome:
        outcome = self._run_safely(pool, payload, limits)
        if outcome.ended == "wall" and outcome.waiting_seconds > _STARVED * limits.wall_seconds:
            with self._second_try:
                patient = replace(limits, wall_seconds=_PATIENCE * limits.wall_seconds)
                return self._run_safely(pool, payload, patient)
        return outcome

    def _pool(self, profile: str) -> Pool:
        if profile not in self._pools:
            raise SandboxUnavailable(f"the profile {profile!r} is not available: {', '.join(self.profiles)} are")
        return self._pools[profile]

    def _run_safely(self, pool: Pool, payload: bytes, limits: Limits) -> Outcome:
        try:
            return self._run_once(pool, payload, limits)
        except SandboxFailure:
            return self._run_once(pool, payload, limits)

    def _run_once(self, pool: Pool, payload: bytes, limits: Limits) -> Outcome:
        zygote, child = pool.take()
        outcome = None
        try:
            outcome = run(child, payload, limits, self._active)
            return outcome
        finally:
            pool.give_back(zygote, child, None if outcome is None else outcome.ended)

    @contextmanager
    def converse(self, profile: str, payload: bytes, limits: Limits) -> Iterator[Dialogue]:
        """Ask a fresh child's timed program questions. Raises DialogueEnded when it answers no more."""
        pool = self._pool(profile)
        zygote, child = pool.take()
        ended: Ended | None = None
        try:
            yield Dialogue(child, payload, limits)
            ended = "finished"
        except DialogueEnded:
            ended = "exited"
            raise
        finally:
            pool.give_back(zygote, child, ended)

    def close(self) -> None:
        """End every process and remove everything that was made for them."""
        for pool in self._pools.values():
            pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
