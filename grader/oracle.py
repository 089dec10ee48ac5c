"""The third opinion: what PyTorch's own functions give for the same cases, in float64 and with nothing forbidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from grader import claims as claiming
from grader import examine
from grader import plan as plans
from grader.examine import Examined
from grader.folder import Folder, FolderError
from grader.judge import limits_of
from grader.paper import Desk
from grader.plan import Run
from grader.rules import Rules
from grader.sandbox import Sandbox, wire
from grader.tolerance import tolerance

FILE = "oracle.py"


@dataclass(frozen=True)
class Oracle:
    """How far `oracle.py` is from the reference at most, in tolerances, and what is wrong with it."""

    apart: float = 0.0
    problem: str = ""


def ask(sandbox: Sandbox, desk: Desk, folder: Folder) -> Oracle:
    """Return what the oracle of a folder comes to."""
    try:
        [paper] = desk.make(folder, "torch", [1])
    except FolderError as error:
        return Oracle(problem=str(error))
    runs = [Run(i, "plain") for i in range(len(paper.cases))]
    plan = plans.of_runs(folder, "torch", paper, Rules("torch", ()), runs)
    outcome = sandbox.run("torch", plan.encoded([folder.files[FILE]]), limits_of(folder))
    loading, claims = claiming.sort(wire.frames(outcome.results)[0])
    if loading is not None:
        return Oracle(problem=loading.error.sentence if loading.error else f"it lacks {', '.join(loading.missing)}")
    examined = examine.examine(paper, plan, "torch", claims)
    for found in examined:
        if found.missing or found.findings:
            said = found.findings[0].message if found.findings else f"it ended by {outcome.ended}"
            return Oracle(problem=f'it disagrees in case "{found.case.name}": {said}')
    return Oracle(max((apart(found) for found in examined), default=0.0))


def apart(found: Examined) -> float:
    """Return the largest error of a case's outputs, in tolerances."""
    case = found.case
    if case.judge or case.raises or found.output is ...:
        return 0.0
    actual = dict(wire.leaves(found.output))
    return max((_ratio(actual.get(path), np.asarray(wanted), case.response.get(path, 0.0), case.terms)
                for path, wanted in wire.leaves(case.expected)), default=0.0)  # fmt: skip


def _ratio(got: Any, wanted: np.ndarray[Any, Any], response: Any, terms: int) -> float:
    if type(got) is not np.ndarray or got.shape != wanted.shape or wanted.dtype.kind != "f" or not wanted.size:
        return 0.0
    allowed = tolerance(wanted, response, "float64", terms)
    with np.errstate(invalid="ignore"):
        ratios = np.abs(got - wanted) / allowed
    return float(np.where(np.isfinite(ratios), ratios, 0.0).max())
