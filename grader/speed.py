"""How fast an accepted solution is: its CPU time relative to the reference's, on the same fresh inputs, in turn.

The two run in two jails: the learner's code in the learner's profile, which has no reference on its file system, and
the reference in the author's. What passes between them passes through here: drawn inputs one way, outputs to compare.
So there is nothing about the reference that a learner's code could read, as there is none while it is judged.

The clock is the kernel's count of each child's CPU time, read from outside. A function that works ahead while its
inputs are loaded, or puts off its work until its output is asked for, is told by the time that those take, and gets no
figure; one that skips the work, by its outputs.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import fmean, stdev
from typing import Any

import numpy as np

from grader import folder as folders
from grader.folder import Folder
from grader.job import Job
from grader.paper import fresh_seed
from grader.sandbox import Dialogue, DialogueEnded, Limits, Sandbox, wire

AUTHORS = {"numpy": "author", "torch": "author-torch"}
LIMITS = Limits(cpu_seconds=6.0, wall_seconds=20.0, memory_mib=1024)
BUDGET_SECONDS = 3.0  # of both children's CPU time
ENOUGH = 0.02  # standard error of the ratio
LEAST_ROUNDS, MOST_ROUNDS, REHEARSALS = 12, 400, 3
BLOCK_SECONDS, MOST_DRAWS = 0.002, 32
CONFIDENCE = 1.96
UNTIMED_FACTOR, UNTIMED_SLACK_SECONDS = 3.0, 0.002
TOLERANCE = 1e-3


class NoFigure(Exception):
    """There is no fair figure; the text says why."""


@dataclass
class _Side:
    """One of the two that are timed."""

    dialogue: Dialogue
    timed: list[float] = field(default_factory=list)
    untimed: float = 0.0

    def block(self, calls: list[dict[str, Any]], number: int) -> Any:
        """Have all calls made, and return what one of them returned."""
        loading = self.dialogue.ask("load", calls)[1]
        self.timed.append(self.dialogue.ask("go")[1])
        output, giving = self.dialogue.ask("give", number)
        self.untimed += loading + giving
        return output

    @property
    def seconds(self) -> float:
        return sum(self.timed) + self.untimed


def measure(sandbox: Sandbox, job: Job, must_end: Callable[[], bool] = lambda: False) -> dict[str, float]:
    """Return `{"ratio", "low", "high", "rounds"}`: the learner's CPU time over the reference's, with a 95 % interval.

    `must_end` is asked between rounds: others have come who wait.

    Raises:
        NoFigure: when there is none that would be fair.
    """
    folder = folders.read(job.files)
    profile = AUTHORS[job.framework]
    try:
        with (
            sandbox.converse(job.framework, _learner(folder, job), LIMITS) as theirs,
            sandbox.converse(profile, _reference(folder, job), LIMITS) as ours,
        ):
            return _Race(_Side(theirs), _Side(ours), must_end).run()
    except DialogueEnded as error:
        raise NoFigure(str(error)) from None


def _learner(folder: Folder, job: Job) -> bytes:
    return wire.encode({"framework": job.framework, "source": job.source, "driver": folder.driver(job.framework)})


def _reference(folder: Folder, job: Job) -> bytes:
    return wire.encode({"framework": job.framework, "files": folder.code(), "entry": list(folder.entry)})


@dataclass
class _Race:
    """Rounds in which each side makes the same calls, until the ratio is known well enough."""

    theirs: _Side
    ours: _Side
    must_end: Callable[[], bool]
    draws: int = 1

    def run(self) -> dict[str, float]:
        for _ in range(REHEARSALS):
            self.round()
        slower = max(self.theirs.timed[-1], self.ours.timed[-1], 1e-6)
        self.draws = max(1, min(MOST_DRAWS, math.ceil(BLOCK_SECONDS / slower)))
        self.theirs = _Side(self.theirs.dialogue)
        self.ours = _Side(self.ours.dialogue)
        while len(self.ours.timed) < MOST_ROUNDS:
            if self.must_end():
                raise NoFigure("others wait")
            self.round()
            if len(self.ours.timed) >= LEAST_ROUNDS and self.error() < ENOUGH:
                break
            if self.theirs.seconds + self.ours.seconds > BUDGET_SECONDS:
                break
        return self.figure()

    def round(self) -> None:
        calls = self.ours.dialogue.ask("draw", [fresh_seed() for _ in range(self.draws)])[0]
        if not calls:
            raise NoFigure("the exercise has no case that could be timed")
        number = secrets.randbelow(len(calls))
        sides = [self.theirs, self.ours]
        if len(self.ours.timed) % 2:
            sides.reverse()
        outputs = {id(side): side.block(calls, number) for side in sides}
        if calls[number]["equal"] and not _close(outputs[id(self.ours)], outputs[id(self.theirs)]):
            raise NoFigure("an output is another than the reference's")

    def logarithms(self) -> list[float]:
        pairs = zip(self.theirs.timed, self.ours.timed, strict=True)
        return [math.log(max(one, 1e-9) / max(other, 1e-9)) for one, other in pairs]

    def error(self) -> float:
        """Return the standard error of the ratio, relative to it."""
        return stdev(self.logarithms()) / math.sqrt(len(self.ours.timed))

    def figure(self) -> dict[str, float]:
        rounds = len(self.ours.timed)
        if rounds < LEAST_ROUNDS:
            raise NoFigure("there was no time for enough rounds")
        if self.theirs.untimed > UNTIMED_FACTOR * self.ours.untimed + UNTIMED_SLACK_SECONDS * rounds:
            raise NoFigure("work was done while it was not timed")
        middle, width = fmean(self.logarithms()), CONFIDENCE * self.error()
        low, ratio, high = (math.exp(middle + step) for step in (-width, 0.0, width))
        return {"ratio": round(ratio, 4), "low": round(low, 4), "high": round(high, 4), "rounds": rounds}


def _close(expected: Any, got: Any) -> bool:
    """Tell roughly whether two outputs are equal: it was judged before, here only skipped work is looked for."""
    wanted = [leaf for _, leaf in wire.leaves(expected) if isinstance(leaf, np.ndarray | float)]
    found = [leaf for _, leaf in wire.leaves(got) if isinstance(leaf, np.ndarray | float)]
    if wanted and not found:
        return False
    first, second = (np.asarray(leaves[0], np.complex128) if leaves else np.zeros(()) for leaves in (wanted, found))
    if first.shape != second.shape:
        return False
    scale = float(np.max(np.abs(first), initial=0.0, where=np.isfinite(first))) or 1.0
    return bool(np.allclose(first, second, rtol=TOLERANCE, atol=TOLERANCE * scale, equal_nan=True))
