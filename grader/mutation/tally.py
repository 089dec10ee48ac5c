"""Tries all mutants of an exercise's reference: how many its cases kill, and which survive."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from grader import examine
from grader.examine import Examined
from grader.folder import Folder, FolderError
from grader.job import Job
from grader.judge import Grader, Grading
from grader.mutation.gather import gather
from grader.mutation.jail import Bench, Ran
from grader.mutation.marks import read_marks
from grader.mutation.mutants import Mutant, mutants
from grader.mutation.outputs import REMARKED, output_mutants
from grader.paper import Paper
from grader.rules import Rules
from grader.sandbox import wire

DRAWS = 2
A_REMARK = "a remark"
ONCE = frozenset({"plain"})
AGAIN = frozenset({"plain", "repeat", "reseeded"})  # where statistics judge


@dataclass(frozen=True)
class Fate:
    """What became of a mutant on one paper.

    ratio      how far it is from right on the case that shows it best, in tolerances (infinite for an exception, a
               shape and the like); 0 when no case shows it
    harmless   its outputs are the very same as the reference's
    """

    mutant: Mutant
    ratio: float
    case: str
    harmless: bool = False

    @property
    def killed(self) -> bool:
        return self.ratio > 0


@dataclass
class Tally:
    """The mutants of one exercise; a survivor is one that is not killed by every draw of the cases, nor marked."""

    made: int = 0
    killed: int = 0
    marked: int = 0
    smallest_ratio: float = math.inf
    smallest: str = ""
    survivors: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def kill_rate(self) -> float:
        """The share of those killed among those that are not marked as equivalent."""
        return self.killed / max(1, self.made - self.marked)


def mutate(grader: Grader, folder: Folder, *, elsewhere: frozenset[str] = frozenset(), draws: int = DRAWS) -> Tally:
    """Return the tally of an exercise; its draws are the same each time, so that a proof stays a proof.

    `elsewhere` are functions of nnref whose mutants belong to other exercises.
    """
    tally = Tally()
    try:
        reasons = {mark.mutant: mark.reason for mark in read_marks(folder.files)}
        fates = _fates(grader, folder, elsewhere, draws)
    except FolderError as error:
        tally.problems.append(str(error))
        return tally
    tally.made = len(fates)
    for fate in fates:
        name = fate.mutant.name
        if fate.killed:
            tally.killed += 1
            if fate.ratio < tally.smallest_ratio and fate.case != A_REMARK:
                tally.smallest_ratio, tally.smallest = fate.ratio, name
        elif name in reasons:
            tally.marked += 1
        else:
            tally.survivors.append(name + (f"   (was: {fate.mutant.before})" if fate.mutant.before else ""))
    alive = {fate.mutant.name for fate in fates if not fate.killed}
    tally.problems += [f"no case kills the mutant {survivor}" for survivor in tally.survivors]
    tally.problems += [f"equivalent.yaml: no such mutant survives: {name}" for name in reasons if name not in alive]
    return tally


def _fates(grader: Grader, folder: Folder, elsewhere: frozenset[str], draws: int) -> list[Fate]:
    """Return the fate of each mutant on the draw that shows it worst."""
    reference = gather(folder, elsewhere)
    papers = grader.desk.make(folder, "numpy", list(range(1, draws + 1)))
    guards = any(case.raises for case in papers[0].cases)
    direct = {} if folder.driver("numpy") else {name: papers[0].names(name) for name in reference.functions}
    candidates = [*mutants(reference, folder.starter("numpy"), guards=guards), *output_mutants(reference, direct)]
    worst = {candidate.name: Fate(candidate, math.inf, "") for candidate in candidates}
    for paper in papers:
        alive = [fate.mutant for fate in worst.values() if fate.killed]
        for fate in _on_paper(grader, folder, paper, reference.text(), alive):
            if fate.ratio <= worst[fate.mutant.name].ratio:
                worst[fate.mutant.name] = fate
    return [fate for fate in worst.values() if not fate.harmless]


def _on_paper(grader: Grader, folder: Folder, paper: Paper, reference: str, tried: list[Mutant]) -> list[Fate]:
    """Return the fate of each mutant on one paper; those that survive are also called again, where statistics judge."""
    fates = _Trial(grader, folder, paper, reference).fates(tried)
    alive = [fate.mutant for fate in fates if not fate.killed]
    if not alive or not any(case.stochastic for case in paper.cases):
        return fates
    return [fate for fate in fates if fate.killed] + _Trial(grader, folder, paper, reference, AGAIN).fates(alive)


class _Trial:
    """All mutants on one paper."""

    def __init__(
        self, grader: Grader, folder: Folder, paper: Paper, reference: str, lanes: frozenset[str] = ONCE
    ) -> None:
        self.paper = paper
        self.bench = Bench.of(grader.sandbox, folder, paper, lanes)
        job = Job("", "", "", "", folder.files, "numpy", reference)
        self.reference, self.grading = reference, Grading(grader, job, folder, Rules("numpy", ()), paper)

    def fates(self, tried: list[Mutant]) -> list[Fate]:
        """Return what becomes of each.

        Raises:
            FolderError: when the reference itself is not found right.
        """
        right, seconds = self.bench.seconds(self.reference)
        found = self.examined(right)
        if right is None or found is None or any(case.findings or case.missing for case in found):
            told = next(
                (f'case "{case.case.name}": {case.findings[0].message}' for case in found or () if case.findings), ""
            )
            raise FolderError(f"the reference in one file is not right: {told or 'it does not run'}")
        ran = self.bench.run([mutant.source for mutant in tried], seconds)
        return [self.fate(mutant, one, found) for mutant, one in zip(tried, ran, strict=True)]

    def examined(self, ran: Ran | None) -> list[Examined] | None:
        """Return what is found about each case, None where a source did not load or come to its end."""
        if ran is None or ran[0] is not None:
            return None
        examined = examine.examine(self.paper, self.bench.plan, "numpy", ran[1])
        if not any(case.findings for case in examined):
            self.grading.verify(examined)
        return examined

    def fate(self, mutant: Mutant, ran: Ran | None, right: list[Examined]) -> Fate:
        examined = self.examined(ran)
        if examined is None:
            return Fate(mutant, math.inf, "it does not come to its end")
        ratio, case = farthest(examined)
        if not ratio and mutant.name.endswith(REMARKED) and any(found.remarks or found.imprecise for found in examined):
            ratio, case = 1.0, A_REMARK
        return Fate(
            mutant, ratio, case, harmless=not ratio and not mutant.before and self.harmless(mutant, examined, right)
        )

    def harmless(self, mutant: Mutant, examined: list[Examined], right: list[Examined]) -> bool:
        """Tell whether a change of outputs changes none, or only their precision, where float32 is as good."""
        if mutant.name.endswith("through float32") and not any(found.case.has_floats for found in examined):
            return True
        return all(_same(one, other) for one, other in zip(examined, right, strict=True))


def farthest(examined: list[Examined]) -> tuple[float, str]:
    """Return the largest ratio of error and tolerance that a case shows, and its name; 0 where all is right."""
    best, name = 0.0, ""
    for found in examined:
        for finding in found.findings:
            ratio = finding.times_tolerance if finding.times_tolerance is not None else math.inf
            if ratio > best:
                best, name = ratio, found.case.name
    return best, name


def _same(one: Examined, other: Examined) -> bool:
    return wire.encode(one.output) == wire.encode(other.output) if one.output is not ... else other.output is ...
