"""Naming the mistake: a known wrong solution that gives the same output, else what the ratio of the outputs says."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import claims as claiming
from grader import examine, properties
from grader import plan as plans
from grader.claims import Claim
from grader.examine import Examined
from grader.folder import Attempt, Folder
from grader.numbers import numbers
from grader.paper import Case, Paper
from grader.plan import Plan, Run
from grader.relation import Relation, close, relation
from grader.rules import Rules
from grader.sandbox import Limits, Sandbox, wire
from grader.tolerance import tolerance

Array = np.ndarray[Any, Any]
CLOSE = 0.05  # of the mutant's own distance from the reference
MAX_CPU_SECONDS = 10.0
FEW = 4
FEWEST_DRAWN = 30  # values by which distributions can be told apart
SURELY_APART = 2.5  # Kolmogorov's statistic of two samples of one distribution exceeds it once in 100,000 times


def diagnose(
    sandbox: Sandbox, folder: Folder, framework: str, paper: Paper, plan: Plan, examined: list[Examined]
) -> dict[str, str] | None:
    """Return the mistake that was made, as `{"slug", "sentence"}`, or None where nobody can tell."""
    found = mutant(sandbox, folder, framework, paper, plan, examined)
    if found is not None:
        return {"slug": found.reason, "sentence": hint(found.source)}
    for case in examined:
        if case.findings and not _verified(case):
            sentence = decode(case, examined) or _lacking(case, paper)
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
    wrong = [found for found in examined if _is_wrong_by_itself(found)][:FEW]
    alike = []
    if wrong and len(known) > 1:  # most are told apart by a few calls
        places = {id(case): place for place, case in enumerate(paper.cases)}
        runs = [Run(places[id(found.case)], "plain") for found in wrong]
        few = plans.of_runs(folder, framework, paper, Rules(framework, ()), runs)
        likely = [attempt for _, attempt in _alike(sandbox, framework, paper, few, wrong, known, limits)]
        alike = _alike(sandbox, framework, paper, plan, examined, likely, limits)
    alike = alike or _alike(sandbox, framework, paper, plan, examined, known, limits)  # some remember earlier calls
    return min(alike, key=lambda found: found[0])[1] if alike else None


def _is_wrong_by_itself(found: Examined) -> bool:
    """Whether the plain call of a case shows the mistake, without any comparison with other calls."""
    first = found.first
    return first is not None and first.lane == "plain" and not found.case.random


def _alike(
    sandbox: Sandbox,
    framework: str,
    paper: Paper,
    plan: Plan,
    examined: list[Examined],
    known: list[Attempt],
    limits: Limits,
) -> list[tuple[float, Attempt]]:
    """Return those wrong solutions that behave as the learner's does in all calls of a plan, each with its distance."""
    if not known:
        return []
    outcome = sandbox.run(framework, plan.encoded([attempt.source for attempt in known]), limits)
    frames, _ = wire.frames(outcome.results)
    alike = []
    for number, attempt in enumerate(known):
        loading, claims = claiming.sort(frames, number)
        distance = _distance(paper, plan, framework, examined, claims) if loading is None and claims else None
        if distance is not None:
            alike.append((distance, attempt))
    return alike


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
        if mine.claims != other.claims:
            return None
        independent = all(judge["kind"] == "Distributed" for judge in mine.case.judge.values())
        return _sample_distance(mine.output, other.output) if mine.case.judge and independent else 0.0
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


def _sample_distance(mine: Any, other: Any) -> float | None:
    """Return how far the distributions of independent draws are apart; None where they are clearly not the same."""
    ours, theirs = dict(wire.leaves(mine)), dict(wire.leaves(other))
    total = 0.0
    for path in ours.keys() & theirs.keys():
        one, two = numbers(ours[path]), numbers(theirs[path])
        if one is None or two is None or one.shape != two.shape or one.size < FEWEST_DRAWN:
            continue
        total = max(total, _farthest_apart(one.reshape(-1), two.reshape(-1)) * math.sqrt(one.size / 2))
    return total if total < SURELY_APART else None


def _farthest_apart(one: Array, two: Array) -> float:
    """Return the largest difference of two samples' distribution functions (Kolmogorov and Smirnov's statistic)."""
    places = np.concatenate([one, two])
    below = [np.searchsorted(np.sort(sample), places, side="right") / sample.size for sample in (one, two)]
    return float(np.abs(below[0] - below[1]).max())


def decode(found: Examined, examined: list[Examined]) -> str | None:
    """Return what the relation of a wrong output to the right one says, if no other case that fails contradicts it."""
    if not _is_comparable(found):
        return None
    wrong = _wrong_outputs(found)
    if not all(close(got, wanted) for wanted, got in wrong.values() if got.shape == wanted.shape):
        wrong = {path: pair for path, pair in wrong.items() if pair[0].shape != pair[1].shape or not close(*pair[::-1])}
    for path, (wanted, got) in wrong.items():
        known = relation(wanted, got, found.case.inputs)
        if known is not None and all(known.agrees(other) for other in _relations(path, found, examined)):
            return known.sentence
    return None


def _is_comparable(found: Examined) -> bool:
    first = found.first
    return first is not None and first.kind in ("values", "shape", "statistics") and found.case.expected is not None


def _wrong_outputs(found: Examined) -> dict[str, tuple[Array, Array]]:
    """Return by path what is wanted and what came, for each output that is not what it should be."""
    actual = dict(wire.leaves(found.output))
    wrong = {}
    for path, value in wire.leaves(found.case.expected):
        wanted, got = numbers(value), numbers(actual.get(path))
        if wanted is None or got is None or wanted.size < 1:
            continue
        if got.shape == wanted.shape:
            response = found.case.response.get(path, 0.0)
            response = response if np.shape(response) in ((), wanted.shape) else 0.0
            with np.errstate(all="ignore"):
                if (np.abs(got - wanted) <= tolerance(wanted, response, "float64", found.case.terms)).all():
                    continue
        wrong[path] = wanted, got
    return wrong


def _relations(path: str, found: Examined, examined: list[Examined]) -> Iterator[Relation | None]:
    """Yield what the same output has to do with the right one in the other cases where it is wrong."""
    for other in examined:
        if other is found or other.case.call != found.case.call or other.case.extreme or not _is_comparable(other):
            continue
        wanted, got = _wrong_outputs(other).get(path, (None, None))
        if wanted is not None and got is not None and np.isfinite(wanted).all() and np.isfinite(got).all():
            yield relation(wanted, got, other.case.inputs)
