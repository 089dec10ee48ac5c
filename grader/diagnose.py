"""Naming the mistake: a known wrong solution that gives the same output, else what the ratio of the outputs says."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from grader import claims as claiming
from grader import examine, properties
from grader.claims import Claim
from grader.examine import Examined
from grader.folder import Attempt, Folder
from grader.numbers import numbers
from grader.paper import Case, Paper
from grader.plan import Plan
from grader.relation import relation
from grader.sandbox import Limits, Sandbox, wire
from grader.tolerance import tolerance

Array = np.ndarray[Any, Any]
CLOSE = 0.05  # of the mutant's own distance from the reference
MAX_CPU_SECONDS = 10.0


def diagnose(
    sandbox: Sandbox, folder: Folder, framework: str, paper: Paper, plan: Plan, examined: list[Examined]
) -> dict[str, str] | None:
    """Return the mistake that was made, as `{"slug", "sentence"}`, or None where nobody can tell."""
    found = mutant(sandbox, folder, framework, paper, plan, examined)
    if found is not None:
        return {"slug": found.reason, "sentence": hint(found.source)}
    for case in examined:
        if case.findings and not _verified(case):
            sentence = decode(case) or _lacking(case, paper)
            if sentence is not None:
                return {"slug": "", "sentence": sentence}
    return None


def hint(source: str) -> str:
    """Return what a learner is told who makes the mistake of an attempt: the first line of its docstring."""
    try:
        return (ast.get_docstring(ast.parse(source)) or "").split("\n")[0].strip()
    except SyntaxError:
        return ""


def mutant(
    sandbox: Sandbox, folder: Folder, framework: str, paper: Paper, plan: Plan, examined: list[Examined]
) -> Attempt | None:
    """Return the known wrong solution that behaves on every case as the learner's does, the nearest one of several."""
    known = [attempt for attempt in folder.attempts(framework) if attempt.verdict in ("wrong_answer", "runtime_error")]
    if not known or not any(case.findings for case in examined):
        return None
    limits = Limits(
        cpu_seconds=min(MAX_CPU_SECONDS, folder.cpu_seconds * len(known)),
        wall_seconds=4 * MAX_CPU_SECONDS,
        memory_mib=folder.memory_mib,
    )
    outcome = sandbox.run(framework, plan.encoded([attempt.source for attempt in known]), limits)
    frames, _ = wire.frames(outcome.results)
    best: tuple[float, Attempt] | None = None
    for number, attempt in enumerate(known):
        loading, claims = claiming.sort(frames, number)
        if loading is None and claims:
            distance = _distance(paper, plan, framework, examined, claims)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, attempt
    return best[1] if best is not None else None


def _distance(
    paper: Paper, plan: Plan, framework: str, examined: list[Examined], claims: dict[int, Claim]
) -> float | None:
    """Return how far the learner's outputs are from a mutant's, or None where they behave differently in some case."""
    theirs = examine.examine(paper, plan, framework, claims)
    if len(theirs) != len(examined) or not any(case.findings or _verified(case) for case in theirs):
        return None
    total = 0.0
    for mine, other in zip(examined, theirs, strict=True):
        distance = _case_distance(mine, other)
        if distance is None:
            return None
        total = max(total, distance)
    return total


def _lacking(found: Examined, paper: Paper) -> str | None:
    """Return the property that an output lacks, if it is one that the right result has."""
    first = found.first
    if first is None or first.kind != "values" or properties.failed(paper, found.case, found.case.expected) is not None:
        return None
    return properties.failed(paper, found.case, found.output)


def _verified(found: Examined) -> bool:
    """Return whether the folder's `verify` judges the case, which nobody asks about a mutant's output."""
    return any(judge["kind"] == "ByFunction" for judge in found.case.judge.values())


def _case_distance(mine: Examined, other: Examined) -> float | None:
    if _verified(mine):
        same = not mine.findings or mine.claims == other.claims
        return 0.0 if same else _output_distance(mine.case, mine.output, other.output)
    if bool(mine.findings) != bool(other.findings):
        return None
    if (mine.error is None) != (other.error is None):
        return None
    if mine.error is not None or mine.output is ... or other.output is ...:
        return 0.0
    if mine.case.stochastic or "random" in mine.kinds & other.kinds:
        return 0.0 if mine.claims == other.claims else None
    if mine.kinds != other.kinds:
        return None
    return _output_distance(mine.case, mine.output, other.output)


def _output_distance(case: Case, mine: Any, other: Any) -> float | None:
    """Return the distance of two outputs relative to the second one's distance from the reference; None beyond 5 %."""
    ours, theirs = dict(wire.leaves(mine)), dict(wire.leaves(other))
    wanted = dict(wire.leaves(case.expected))
    if ours.keys() != theirs.keys():
        return None
    total = 0.0
    for path, value in theirs.items():
        distance = _leaf_distance(ours[path], value, wanted.get(path), case)
        if distance is None:
            return None
        total = max(total, distance)
    return total


def _leaf_distance(mine: Any, other: Any, wanted: Any, case: Case) -> float | None:
    one, two = numbers(mine), numbers(other)
    if one is None or two is None:
        return 0.0 if type(mine) is type(other) and wire.encode(mine) == wire.encode(other) else None
    if one.shape != two.shape:
        return None
    finite = np.isfinite(two)
    if not (np.isfinite(one) == finite).all():
        return None
    one, two = np.where(finite, one, 0.0), np.where(finite, two, 0.0)
    reference = numbers(wanted)
    apart = 0.0
    if reference is not None and reference.shape == two.shape:
        apart = float(np.abs(np.where(finite & np.isfinite(reference), two - reference, 0.0)).max(initial=0.0))
    noise = float(tolerance(two, 0.0, "float64", case.terms).max(initial=0.0))
    error = float(np.abs(one - two).max(initial=0.0))
    allowed = 100 * noise + CLOSE * apart if apart > 100 * noise else 1e4 * noise
    return error / max(allowed, 1e-300) if error <= allowed else None


def decode(found: Examined) -> str | None:
    """Return what the relation of an output to the right one says, or None."""
    first = found.first
    if first is None or first.kind not in ("values", "shape", "statistics") or found.case.expected is None:
        return None
    expected, actual = dict(wire.leaves(found.case.expected)), dict(wire.leaves(found.output))
    for path, value in expected.items():
        wanted, got = numbers(value), numbers(actual.get(path))
        if wanted is None or got is None or wanted.size < 1:
            continue
        known = relation(wanted, got, found.case.inputs)
        if known is not None:
            return known.sentence
    return None
