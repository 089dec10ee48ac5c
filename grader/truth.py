"""Grading known submissions over and over on fresh inputs: a verdict that once comes out otherwise is a lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import product

from grader import folder as folders
from grader.folder import Attempt, Folder
from grader.job import Job
from grader.judge import Grader, Grading, refusal
from grader.paper import Paper, fresh_seed

PAPERS_AT_ONCE = 10


@dataclass
class Regraded:
    """All verdicts that one known submission got; `random` where the exercise draws random numbers in the call."""

    path: str
    framework: str
    wanted: str
    random: bool = False
    verdicts: Counter[str] = field(default_factory=Counter)
    seeds: dict[str, int] = field(default_factory=dict)  # of the first grading with each verdict

    @property
    def flips(self) -> int:
        return sum(count for verdict, count in self.verdicts.items() if verdict != self.wanted)

    @property
    def rejected(self) -> int:
        """How often a right solution was not accepted."""
        return self.flips if self.wanted == "accepted" else 0

    @property
    def accepted(self) -> int:
        """How often one that is not right was accepted."""
        return self.verdicts["accepted"] if self.wanted != "accepted" else 0


class _Bare(Grading):
    """A grading without the search for what to say about a mistake."""

    def diagnosis(self) -> None:
        return None


def regrade(
    grader: Grader, files: dict[str, str], *, draws: int, random_draws: int, threads: int = 2
) -> list[Regraded]:
    """Return the verdicts of every known submission on so many draws of the cases, each drawn afresh.

    Exercises that draw random numbers in the call get `random_draws`, the others `draws`.
    """
    folder = folders.read(files)
    found: list[Regraded] = []
    with ThreadPoolExecutor(threads) as pool:
        for framework in folder.frameworks:
            attempts = folder.attempts(framework)
            tallies = [Regraded(attempt.path, framework, attempt.verdict) for attempt in attempts]
            for papers in _papers(grader, folder, framework, draws, random_draws):
                gradings = list(product(papers, zip(attempts, tallies, strict=True)))
                words = pool.map(lambda one: _verdict(grader, folder, one[1][0], one[0]), gradings)
                for (paper, (_, tally)), word in zip(gradings, words, strict=True):
                    tally.random |= any(case.random for case in paper.cases)
                    tally.verdicts[word] += 1
                    tally.seeds.setdefault(word, paper.seed)
            found += tallies
    return found


def _papers(grader: Grader, folder: Folder, framework: str, draws: int, random_draws: int) -> Iterator[list[Paper]]:
    left, first = draws or 1, True
    while left > 0:
        number = min(left, PAPERS_AT_ONCE)
        papers = grader.desk.make(folder, framework, [fresh_seed() for _ in range(number)])
        if first:
            left = random_draws if any(case.random for case in papers[0].cases) else draws
        first = False
        yield papers[:left]
        left -= len(papers)


def _verdict(grader: Grader, folder: Folder, attempt: Attempt, paper: Paper) -> str:
    rules = folder.rules(attempt.framework)
    refused = refusal(attempt.source, folder, rules)
    if refused is not None:
        return refused[0]
    job = Job("", "", "", "", folder.files, attempt.framework, attempt.source)
    return _Bare(grader, job, folder, rules, paper).report().verdict
