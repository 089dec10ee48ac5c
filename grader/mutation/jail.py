"""Runs many sources under one plan, many in one child; one that hangs or crashes its child costs only itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader import claims as claiming
from grader import plan as plans
from grader.claims import Claim, Loading
from grader.folder import Folder
from grader.paper import Paper
from grader.plan import Plan
from grader.rules import Rules
from grader.sandbox import Limits, Sandbox, wire

BATCH = 48
PATIENCE = 20.0  # a mutant may take so many times the reference's CPU time
LEAST_SECONDS = 0.05
MAX_VALUES = 20_000_000
Ran = tuple[Loading | None, dict[int, Claim]]


@dataclass(frozen=True)
class Bench:
    """Where sources are tried: the calls of one paper."""

    sandbox: Sandbox
    folder: Folder
    paper: Paper
    plan: Plan

    @classmethod
    def of(cls, sandbox: Sandbox, folder: Folder, paper: Paper, lanes: frozenset[str]) -> Bench:
        """Return a bench of a paper's calls in some lanes."""
        rules = Rules("numpy", ())
        runs = [run for run in plans.make(folder, "numpy", paper, rules).runs if run.lane in lanes]
        return cls(sandbox, folder, paper, plans.of_runs(folder, "numpy", paper, rules, runs))

    def run(self, sources: list[str], seconds_each: float) -> list[Ran | None]:
        """Return for each source why it did not load, and its claims; None for one that did not come to its end."""
        ran: list[Ran | None] = []
        while len(ran) < len(sources):
            ran += self._batch(sources[len(ran) : len(ran) + BATCH], max(LEAST_SECONDS, PATIENCE * seconds_each))
        return ran

    def _batch(self, sources: list[str], seconds_each: float) -> list[Ran | None]:
        """Return the results of the first sources: of all, or of those before one that did not come to its end."""
        seconds = seconds_each * (1 + len(sources) / PATIENCE * 4)
        limits = Limits(
            cpu_seconds=seconds,
            wall_seconds=10 + 10 * seconds,
            memory_mib=self.folder.memory_mib,
            result_bytes=256 << 20,
            stdout_bytes=1 << 20,
        )
        outcome = self.sandbox.run("numpy", self.plan.encoded(sources), limits)
        frames, _ = wire.frames(outcome.results, max_values=MAX_VALUES)
        done: list[Ran | None] = []
        for number in range(len(sources)):
            loading, claims = claiming.sort(frames, number)
            if loading is None and len(claims) < len(self.plan.runs):
                break
            done.append((loading, claims))
        return done or [None]

    def seconds(self, source: str) -> tuple[Ran | None, float]:
        """Return what a source gives, and its CPU time."""
        limits = replace(Limits(), cpu_seconds=self.folder.cpu_seconds, memory_mib=self.folder.memory_mib)
        outcome = self.sandbox.run("numpy", self.plan.encoded([source]), limits)
        frames, complete = wire.frames(outcome.results, max_values=MAX_VALUES)
        return (claiming.sort(frames) if complete else None), outcome.cpu_seconds
