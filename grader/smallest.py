"""The smallest failing input: a failing case, made smaller and simpler as long as it still fails in the same way."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import numpy as np

from grader import claims as claiming
from grader import examine, shrink, verdict, wording
from grader import plan as plans
from grader.examine import Examined
from grader.finding import Finding
from grader.folder import Folder, FolderError
from grader.paper import Case, Desk, Paper
from grader.plan import Run
from grader.rules import Rules
from grader.sandbox import Limits, Sandbox, wire
from grader.snippet import snippet

SECONDS = 0.6  # for the whole search
ROUND_SECONDS = 0.15  # for the reference in one round
ROUNDS = 4
SMALL_ENOUGH = 24  # digits to read
MAX_SHOWN = 400
CLEARLY = 1e9  # tolerances: the third digit differs
KINDS = ("exception", "none", "structure", "shape", "dtype", "nonfinite", "values", "gradient", "mutation")
NOT_TOLD = {"NotImplementedError", "Forbidden", "MemoryError", "SystemExit"}


class Search:
    """A search with one learner's source."""

    def __init__(
        self, sandbox: Sandbox, desk: Desk, folder: Folder, framework: str, rules: Rules, paper: Paper, source: str
    ) -> None:
        self.sandbox, self.desk, self.folder, self.framework = sandbox, desk, folder, framework
        self.rules, self.paper, self.source = rules, paper, source

    def smallest(self, examined: list[Examined]) -> dict[str, Any] | None:
        """Return the smallest failing input that the budget finds, as the report shows it, or None."""
        start = self.start(examined)
        if start is None:
            return None
        best, end, idle = start, time.monotonic() + SECONDS, 0
        for number in range(ROUNDS):
            if shrink.cost(best.case.inputs)[1] <= SMALL_ENOUGH or time.monotonic() > end or idle == 2:
                break
            found = self.better(best, values=bool(number % 2))
            idle = 0 if found is not None else idle + 1
            best = found or best
        if shrink.cost(best.case.inputs)[0] > MAX_SHOWN:
            return None
        return self.shown(start.case.name, best)

    def start(self, examined: list[Examined]) -> Examined | None:
        """Return the failing case to begin with: an ordinary one where there is one, the one with least to read."""
        failed = [found for found in examined if found.first is not None and _is_clear(found)]
        told = min((found.first.rank for found in examined if found.first is not None), default=0)
        failed = [found for found in failed if found.first is not None and found.first.rank == told] or failed
        return min(
            failed,
            key=lambda found: (found.case.kink or found.case.extreme, shrink.cost(found.case.inputs)),
            default=None,
        )

    def better(self, best: Examined, *, values: bool) -> Examined | None:
        """Return the best of the inputs with simpler values, or of those with fewer, that fail as `best` does."""
        case, first = best.case, best.first
        inputs = shrink.simpler(case.inputs, kink=case.kink) if values else shrink.smaller(case.inputs)
        if not inputs or first is None:
            return None
        answers = self.answers(case, inputs, first.lane == "gradient")
        cases = [answer for answer in answers if isinstance(answer, Case) and _is_like(answer, case)]
        found = self.examined(cases, first.lane) if cases else []
        failing = [one for one in found if _fails_like(one, first)]
        return min(failing, key=lambda one: shrink.cost(one.case.inputs), default=None)

    def answers(self, case: Case, inputs: list[dict[str, Any]], gradients: bool) -> list[Case | str]:
        asked = {"call": case.call, "strict": case.strict, "extreme": case.extreme, "kink": case.kink}
        asked["gradient"] = gradients
        try:
            return self.desk.answers(
                self.folder, self.framework, asked, inputs, gradients=gradients, draws=0, seconds=ROUND_SECONDS
            )
        except FolderError:  # a candidate brought the reference down; the case itself is shown then
            return []

    def examined(self, cases: list[Case], lane: str) -> list[Examined]:
        """Return what the learner's code makes of some cases."""
        paper = replace(self.paper, cases=cases)
        lanes = ["plain"] if lane == "plain" else ["plain", lane]
        runs = [Run(i, one) for i in range(len(cases)) for one in lanes]
        plan = plans.of_runs(self.folder, self.framework, paper, self.rules, runs)
        limits = Limits(
            cpu_seconds=min(self.folder.cpu_seconds, 1.0), wall_seconds=4.0, memory_mib=self.folder.memory_mib
        )
        outcome = self.sandbox.run(self.framework, plan.encoded([self.source]), limits)
        frames, _ = wire.frames(outcome.results)
        loading, claims = claiming.sort(frames)
        if loading is not None:
            return []
        return [found for found in examine.examine(paper, plan, self.framework, claims) if not found.missing]

    def shown(self, name: str, best: Examined) -> dict[str, Any]:
        case, first = best.case, best.first
        names, graph = self.paper.names(case.call), first is not None and first.lane == "gradient"
        right, yours = (case.vjp, best.gradients) if graph else (case.expected, best.output)
        error = best.error.sentence if best.error is not None else None
        return {
            "case": name,
            "inputs": {key: wording.readable(value) for key, value in case.inputs.items()},
            "expected": wording.named(right, names),
            "actual": wording.named(yours, names) if error is None else {},
            "message": verdict.case_message(best),
            "snippet": snippet(
                self.framework, case, self.folder.driver(self.framework), right, yours, error, graph=graph
            ),
        }


def _is_clear(found: Examined) -> bool:
    """Whether a case's failure can be looked for in other inputs."""
    case, first = found.case, found.first
    if first is None or case.judge or case.random or case.raises or first.kind not in KINDS:
        return False
    if found.error is not None and NOT_TOLD & set(found.error.kinds):
        return False
    return first.lane == "plain" or (first.lane == "gradient" and bool(case.vjp))


def _is_like(one: Case, other: Case) -> bool:
    """Whether the reference makes the same kind of thing of a candidate: as many axes, no new nan, not nothing."""
    ours, theirs = wire.leaves(one.expected), wire.leaves(other.expected)
    if any(type(leaf) is list for leaf in (one.expected, other.expected)) and len(ours) != len(theirs):
        theirs = theirs[:1] * len(ours)
    if len(ours) != len(theirs):
        return False
    alike = all(type(a) is type(b) and np.ndim(a) == np.ndim(b) for (_, a), (_, b) in zip(ours, theirs, strict=True))
    return alike and all(_is_telling(a) or not _is_telling(b) for (_, a), (_, b) in zip(ours, theirs, strict=True))


def _is_telling(leaf: Any) -> bool:
    if type(leaf) is not np.ndarray or leaf.dtype.kind != "f":
        return True
    return bool(leaf.size and np.isfinite(leaf).all() and leaf.any())


def _fails_like(found: Examined, wanted: Finding) -> bool:
    first = found.first
    if first is None or (first.kind, first.lane) != (wanted.kind, wanted.lane):
        return False
    if first.kind == "exception" and first.claim != wanted.claim:
        return False
    if first.times_tolerance is None or wanted.times_tolerance is None:
        return True
    return first.times_tolerance >= min(CLEARLY, wanted.times_tolerance / 10)
